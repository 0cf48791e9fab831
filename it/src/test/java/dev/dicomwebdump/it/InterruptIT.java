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
  void aSignalLetsWhatIsInFlightEnd(String signal, int exitCode, int concurrency) throws Exception {
    int held = concurrency + 1; // one more than ever comes
    server.holdUntilInFlight(frames(), held);

    Program.Result result;
    try (RunningProgram program = start(signal, concurrency)) {
      server.awaitRequests(frames(), concurrency);
      program.signal(signal);
      program.awaitStderr("requests in flight");
      server.releaseHeld();
      result = program.awaitEnd();
    }

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.stderr()).contains("interrupted").hasLineCount(2);
    assertThat(result.stdout()).contains("pending: ");
    JsonNode summary = assertLeftInOrder(new DumpFolder(output));
    assertThat(summary.at("/dump/verdict").textValue()).isEqualTo("incomplete");
    assertThat(summary.at("/dump/resources/frame/complete").intValue()).isEqualTo(concurrency);
    assertThat(summary.at("/dump/resources/frame/failed").intValue()).isZero();
    assertThat(server.requests(frames())).hasSize(concurrency);
  }

  @Test
  void sigtermCancelsWhatTakesLong() throws Exception {
    server.when(frames()).reply(Faults.stallAfter(100));

    Program.Result result = interrupted("TERM", frames(), 4);

    assertThat(result.exitCode()).isEqualTo(143);
    JsonNode summary = assertLeftInOrder(new DumpFolder(output));
    assertThat(summary.at("/dump/resources/frame/pending").intValue()).isEqualTo(12);
    assertThat(summary.at("/dump/resources/frame/failed").intValue()).isZero();
  }

  @Test
  @Tag("smoke")
  void aSecondCtrlCEndsAtOnce() throws Exception {
    server.when(frames()).reply(Faults.stallAfter(100));
    try (RunningProgram program = start("INT", 1)) {
      server.awaitRequests(frames(), 1);
      program.signal("INT");
      program.awaitStderr("press Ctrl-C again");
      while (program.isAlive()) {
        program.signal("INT"); // two that come close together count as one
      }

      Program.Result result = program.awaitEnd();
      assertThat(result.exitCode()).isEqualTo(130);
      assertThat(result.stdout()).isEmpty();
    }
    server.clearRules();

    assertThat(Dump.of(server, study, output, "-i", "-m").exitCode()).isZero();
    assertThat(new DumpFolder(output).files()).noneMatch(file -> file.endsWith(".tmp"));
  }

  @Test
  void aSignalThatIsSentTwiceIsOne() throws Exception {
    server.when(metadata()).reply(Faults.stall());
    try (RunningProgram program = start("TERM", 1)) {
      server.awaitRequests(metadata(), 1);
      program.signal("TERM");
      program.signal("TERM");

      assertThat(program.awaitEnd().exitCode()).isEqualTo(143);
    }
    assertThat(new DumpFolder(output).summary().at("/run/end").textValue())
        .isEqualTo("interrupted");
  }

  @Test
  void whatEarlierRunsHadIsInTheBooksOfAnInterruptedOne() throws Exception {
    Dump.of(server, study, output, "-m");
    server.when(RequestMatch.pathMatches("/instances/[0-9.]+$")).reply(Faults.stall());

    interrupted("TERM", RequestMatch.pathMatches("/instances/[0-9.]+$"), 1);

    JsonNode summary = assertLeftInOrder(new DumpFolder(output));
    assertThat(summary.at("/dump/resources/frame/complete").intValue()).isEqualTo(12);
    assertThat(summary.at("/dump/resources/instance/pending").intValue()).isEqualTo(8);
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
    try (RunningProgram program = start(signal, concurrency)) {
      server.awaitRequests(match, concurrency);
      program.signal(signal);
      return program.awaitEnd();
    }
  }

  private RunningProgram start(String signal, int concurrency) throws Exception {
    assumeFalse(signal.equals("INT") && isInterruptIgnored(), "SIGINT is ignored here");
    return Dump.invocation(server.rootUrl(), study.uid(), output)
        .and("-c", Integer.toString(concurrency), "-i", "-m")
        .start();
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
  static boolean isInterruptIgnored() throws Exception {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
