package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.metadata;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and SIGTERM: what was had is kept, what was not is told. */
class InterruptIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130, 1", "TERM, 143, 1", "INT, 130, 4", "TERM, 143, 4"})
  @Tag("smoke")
  void aSignalEndsTheRunInOrder(String signal, int exitCode, int concurrency) throws Exception {
    server.when(frames()).reply(Faults.stallAfter(100));

    Program.Result result = interrupted(signal, frames(), concurrency);

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.stderr()).contains("interrupted").hasLineCount(1);
    JsonNode summary = assertLeftInOrder(new DumpFolder(output));
    assertThat(summary.at("/dump/verdict").textValue()).isEqualTo("incomplete");
    assertThat(summary.at("/dump/resources/frame/pending").intValue()).isEqualTo(12);
    assertThat(summary.at("/dump/resources/frame/failed").intValue()).isZero();
  }

  @Test
  void aSignalEndsAPauseThatTheServerAskedFor() throws Exception {
    server.when(frames()).reply(Replies.status(503).header("Retry-After", "120"));

    assertThat(interrupted("TERM", frames(), 1).exitCode()).isEqualTo(143);

    assertLeftInOrder(new DumpFolder(output));
  }

  @Test
  void aSignalBeforeAnythingWasHadLeavesASummaryToo() throws Exception {
    server.when(metadata()).reply(Faults.stall());

    assertThat(interrupted("TERM", metadata(), 1).exitCode()).isEqualTo(143);

    assertThat(new DumpFolder(output).summary().at("/run/end").textValue())
        .isEqualTo("interrupted");
  }

  private Program.Result interrupted(String signal, RequestMatch match, int concurrency)
      throws Exception {
    assumeFalse(signal.equals("INT") && isInterruptIgnored(), "SIGINT is ignored here");
    Invocation dump = Dump.invocation(server.rootUrl(), study.uid(), output);
    dump.and("-c", Integer.toString(concurrency), "-i", "-m");
    try (RunningProgram program = dump.start()) {
      server.awaitRequests(match, concurrency);
      program.signal(signal);
      return program.awaitEnd();
    }
  }

  private JsonNode assertLeftInOrder(DumpFolder folder) {
    assertThat(folder.files()).noneMatch(file -> file.endsWith(".tmp"));
    assertThat(new Schemas().errors(folder)).isEmpty();
    Map<String, String> sums = folder.sums(study.uid());
    assertThat(sums)
        .isNotEmpty()
        .allSatisfy(
            (file, sum) ->
                assertThat(Digests.sha256(folder.bytes(study.uid() + "/" + file))).isEqualTo(sum));
    assertThat(folder.files().stream().filter(file -> !file.contains("_dump/")))
        .hasSameSizeAs(sums.keySet());
    assertThat(folder.summary().at("/run/end").textValue()).isEqualTo("interrupted");
    return folder.summary(study.uid());
  }

  /** What was started in the background by a shell without job control may not hear Ctrl-C. */
  private static boolean isInterruptIgnored() throws Exception {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
