package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import dev.dicomwebdump.testkit.server.Replies;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options that spare the server change how it is asked, not what comes of it. */
class PolitenessIT {
  private final SyntheticStudy small = SyntheticStudies.small();
  private final SyntheticStudy large = SyntheticStudies.large(2, 40, 2);
  @TempDir private Path output;

  @Test
  void aFriendlyClientUsesOneConnectionForOneRequestAtATime() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(small)) {
      Program.Result result =
          Dump.invocation(server.rootUrl(), small.uid(), output)
              .and("--server-friendly")
              .environment("DICOMWEB_CONCURRENCY", "8")
              .run();

      assertThat(result.exitCode()).isZero();
      assertThat(server.greatestInFlight()).isEqualTo(1);
      assertThat(server.requests()).extracting(ReceivedRequest::connection).containsOnly(0);
    }
  }

  @Test
  void aRateEndsInAWholeDump() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(small)) {
      Dump dump = Dump.of(server, small, output, "--rate", "6000/m", "-c", "4");

      assertThat(dump.exitCode()).isZero();
      assertThat(option(dump, "interval")).isEqualTo("PT0.01S");
      assertThat(option(dump, "concurrency")).isEqualTo("4");
    }
  }

  @Test
  @Tag("smoke")
  void aLimitThatIsFoundOutIsToldInTheSummary() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(large)) {
      server.when(pathEndsWith("/frames/1")).reply(Replies.status(503)).times(2);

      Dump dump = Dump.of(server, large, output, "-c", "auto", "-i");

      assertThat(dump.exitCode()).isZero();
      assertThat(option(dump, "concurrency")).isEqualTo("auto");
      assertThat(dump.folder().summary().at("/run/concurrency").intValue()).isBetween(1, 64);
      assertThat(dump.result().stdout()).contains(" at a time");
      assertThat(server.greatestInFlight()).isLessThanOrEqualTo(64);
    }
  }

  private static String option(Dump dump, String name) {
    return dump.folder().summary().at("/run/options/" + name).textValue();
  }
}
