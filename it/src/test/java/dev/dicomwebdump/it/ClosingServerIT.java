package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.WireProtocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server ends each connection after its response, and does not say so before. */
class ClosingServerIT {

  private static final SyntheticStudy STUDY = SyntheticStudies.phantom();

  @TempDir private Path temp;

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "TLS_HTTP_1_1"})
  void nothingIsLostAndNothingCountsAsARetry(WireProtocol protocol) throws Exception {
    try (FakeDicomWebServer server =
        FakeDicomWebServer.builder().study(STUDY).protocol(protocol).start()) {
      server.when(any()).reply(Faults.closeAfterwards());
      List<String> options = new ArrayList<>(List.of("-i", "-c", "8", "--retry", "0"));
      if (server.rootUrl().startsWith("https:")) {
        Path authority = Files.writeString(temp.resolve("ca.pem"), server.authorityPem());
        options.addAll(List.of("--cacert", authority.toString()));
      }

      Dump dump = Dump.of(server, STUDY, temp.resolve("dump"), options.toArray(String[]::new));

      assertThat(dump.exitCode()).as(dump.result().toString()).isZero();
      for (Expected resource : Expected.of(STUDY)) {
        assertThat(dump.folder().record(resource.file()).at("/_dicomweb/outcome").textValue())
            .isEqualTo("complete");
      }
      assertThat(LostAttempts.of(dump.folder())).matches("(connect ?)*");
    }
  }
}
