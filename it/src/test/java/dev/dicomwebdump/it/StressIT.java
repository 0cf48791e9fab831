package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as the client of its own replay server, and of the fake one. */
class StressIT {

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path temp;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @Tag("smoke")
  void aReplayedDumpIsAskedForItsOwnRequests() throws Exception {
    Path dump = temp.resolve("dump");
    assertThat(Dump.of(server, study, dump).exitCode()).isZero();
    Path log = temp.resolve("log.hlog");
    Path page = temp.resolve("page.html");
    try (ServedDump served = ServedDump.of(dump)) {
      Program.Result result =
          Program.run(
              "stress",
              "--from",
              dump.toString(),
              "-w",
              served.root(),
              "-c",
              "4",
              "--warmup",
              "0",
              "--max-requests",
              "200",
              "--hdr-log",
              log.toString(),
              "--report",
              page.toString(),
              "--json",
              "--expect",
              "errors<1");

      assertThat(result.exitCode()).as(result.stderr()).isZero();
      JsonNode told = new ObjectMapper().readTree(result.stdout());
      assertThat(told.at("/whole/verified").asLong()).isEqualTo(200);
      assertThat(told.at("/whole/latency/p99").asDouble()).isPositive();
      assertThat(told.at("/ending").asText()).isEqualTo("requests");
      assertThat(Files.readString(log)).contains("Tag=frame");
      assertThat(page).content().contains(served.root()).doesNotContain("0 studies");
    }
  }

  @Test
  void anInterruptedRunTellsWhatItHas() throws Exception {
    try (RunningProgram program =
        Program.with("stress", "-w", server.rootUrl(), "-s", study.uid())
            .and("--warmup", "0", "--duration", "5m", "--mix", "frames=1")
            .start()) {
      server.awaitRequests(frames(), 30);
      program.signal("INT");
      Program.Result result = program.awaitEnd();

      assertThat(result.exitCode()).isEqualTo(130);
      assertThat(result.stdout()).contains("(interrupted); 12 different requests", " verified; ");
    }
  }

  @Test
  void theSlowerCompilerIsAtWork() throws Exception {
    Program.Result result =
        Program.with("stress", "--version")
            .environment("DICOMWEB_DUMP_OPTS", "-XX:+PrintCommandLineFlags")
            .run();

    assertThat(result.stdout() + result.stderr()).doesNotContain("TieredStopAtLevel");
  }
}
