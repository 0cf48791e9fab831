package dev.dicomwebdump.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.WireProtocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same study over each protocol. */
class ProtocolsIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  @TempDir private Path temp;

  @ParameterizedTest
  @Tag("smoke")
  @CsvSource({
    "TLS, , HTTP/2",
    "TLS, --http2, HTTP/2",
    "TLS, --no-http2, HTTP/1.1",
    "TLS_HTTP_1_1, , HTTP/1.1",
    "HTTP_2_PRIOR_KNOWLEDGE, --http2-prior-knowledge, HTTP/2",
    "HTTP_1_1, , HTTP/1.1"
  })
  void bodiesAreTheSameOverEveryProtocol(WireProtocol protocol, String option, String version)
      throws Exception {
    try (FakeDicomWebServer server = serving(protocol);
        FakeDicomWebServer plain = FakeDicomWebServer.serving(study)) {
      List<String> options = new ArrayList<>(List.of("-i", "-m", "-c", "4"));
      if (option != null) {
        options.add(option);
      }
      if (protocol.isTls()) {
        options.addAll(List.of("--cacert", authority(server)));
      }

      Dump dump = Dump.of(server, study, temp.resolve("out"), options.toArray(String[]::new));

      assertThat(dump.exitCode()).isZero();
      assertThat(server.requests()).hasSameSizeAs(Expected.of(study));
      assertThat(server.requests())
          .allSatisfy(request -> assertThat(request.protocol()).isEqualTo(version));
      assertSameBodies(dump.folder(), server, plain, version);
    }
  }

  @Test
  void aCertificateOfAnUnknownAuthorityIsATlsFailureThatIsToldAndNotRetried() throws Exception {
    try (FakeDicomWebServer server = serving(WireProtocol.TLS)) {
      Dump dump = Dump.of(server, study, temp.resolve("out"));

      assertThat(dump.exitCode()).isEqualTo(1);
      assertThat(server.requests()).isEmpty();
      assertThat(dump.folder().record("2.999.1/metadata").at("/_dicomweb/problem/kind").textValue())
          .isEqualTo("tls");
      assertThat(dump.folder().summary().at("/run/requests").intValue()).isEqualTo(1);
    }
  }

  @Test
  void insecureTrustsAnyCertificateAndWarns() throws Exception {
    try (FakeDicomWebServer server = serving(WireProtocol.TLS)) {
      Dump dump = Dump.of(server, study, temp.resolve("out"), "--insecure");

      assertThat(dump.exitCode()).isZero();
      assertThat(dump.result().stderr()).contains("warning").hasLineCount(1);
    }
  }

  private FakeDicomWebServer serving(WireProtocol protocol) {
    return FakeDicomWebServer.builder().study(study).protocol(protocol).start();
  }

  private String authority(FakeDicomWebServer server) throws Exception {
    return Files.writeString(temp.resolve("ca.pem"), server.authorityPem()).toString();
  }

  /** Metadata differs in the root of its BulkDataURIs only. */
  private void assertSameBodies(
      DumpFolder folder, FakeDicomWebServer server, FakeDicomWebServer plain, String version)
      throws Exception {
    for (Expected resource : Expected.of(study)) {
      String body = new String(folder.bytes(resource.file()), ISO_8859_1);
      String served = new String(Served.body(plain, resource), ISO_8859_1);
      assertThat(body)
          .as(resource.file())
          .isEqualTo(served.replace(plain.rootUrl(), server.rootUrl()));
      assertThat(folder.record(resource.file()).at("/response/httpVersion").textValue())
          .isEqualTo(version);
    }
  }
}
