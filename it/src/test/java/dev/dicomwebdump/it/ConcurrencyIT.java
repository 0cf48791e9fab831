package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.RequestMatch;
import dev.dicomwebdump.testkit.server.WireProtocol;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The number of requests in flight. */
class ConcurrencyIT {
  private final SyntheticStudy study = SyntheticStudies.large(2, 10, 2);
  @TempDir private Path output;

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2_PRIOR_KNOWLEDGE"})
  @Tag("smoke")
  void eightAreKeptInFlight(WireProtocol protocol) throws Exception {
    try (FakeDicomWebServer server =
        FakeDicomWebServer.builder().study(study).protocol(protocol).start()) {
      server.holdUntilInFlight(RequestMatch.pathMatches("/instances/"), 8);
      String option = protocol == WireProtocol.HTTP_1_1 ? "--no-http2" : "--http2-prior-knowledge";

      Dump dump = Dump.of(server, study, output, "-i", "-c", "8", option);

      assertThat(dump.exitCode()).isZero();
      assertThat(server.greatestInFlight()).isEqualTo(8);
      assertThat(server.requests()).hasSize(1 + 2 + 20 + 20 + 40);
    }
  }

  @Test
  void oneNeverBecomesTwo() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study)) {
      Dump dump = Dump.of(server, study, output, "-i", "-c", "1");

      assertThat(dump.exitCode()).isZero();
      assertThat(server.greatestInFlight()).isEqualTo(1);
    }
  }
}
