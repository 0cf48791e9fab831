package dev.dicomwebdump.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.TestClient.Reception;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import okhttp3.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FakeDicomWebServerTest {
  private static final SyntheticStudy SMALL = SyntheticStudies.small();
  private static final String BOUNDARY = "fake-dicomweb-boundary-7d1c2f4e";

  @ParameterizedTest
  @EnumSource
  void servesMetadataOverEveryProtocol(WireProtocol protocol) throws Exception {
    try (FakeDicomWebServer server = start(protocol);
        TestClient client = new TestClient(server, protocol)) {
      Reception series = client.get(server.url(SMALL.series().get(2).path() + "/metadata"));
      assertThat(series.status()).isEqualTo(200);
      assertThat(series.contentType()).isEqualTo("application/dicom+json");
      assertThat(new String(series.body(), StandardCharsets.UTF_8))
          .isEqualTo(
              "[%s,%s]",
              SMALL.series().get(2).instances().get(0).dicomJson(server.rootUrl()),
              SMALL.series().get(2).instances().get(1).dicomJson(server.rootUrl()));
      assertThat(series.protocol()).isEqualTo(expected(protocol));
      assertThat(client.get(server.url(SMALL.path() + "/metadata")).body())
          .hasSizeGreaterThan(8000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void servesFilesAndFramesOverEveryProtocol(WireProtocol protocol) throws Exception {
    try (FakeDicomWebServer server = start(protocol);
        TestClient client = new TestClient(server, protocol)) {
      for (SyntheticInstance instance : SMALL.instances()) {
        String syntax = "; transfer-syntax=" + instance.transferSyntax().uid();
        assertMultipart(
            client.get(server.url(instance.path())),
            "application/dicom",
            part("application/dicom" + syntax, instance.p10()));
        for (int n = 1; n <= instance.numberOfFrames(); n++) {
          String type = instance.transferSyntax().mediaType();
          assertMultipart(
              client.get(server.url(instance.path() + "/frames/" + n)),
              type,
              part(type + syntax, instance.frame(n)));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void recordsRequestsInOrder(WireProtocol protocol) throws Exception {
    try (FakeDicomWebServer server = start(protocol);
        TestClient client = new TestClient(server, protocol)) {
      client.get(server.url("/studies/2.999.1/metadata?a=b"), "Accept", "x/y", "X-Two", "2");
      client.get(server.url("/studies/2.999.7/metadata"));
      ReceivedRequest first = server.requests().get(0);
      assertThat(first.method()).isEqualTo("GET");
      assertThat(first.target()).isEqualTo("/dicom-web/studies/2.999.1/metadata?a=b");
      assertThat(first.path()).isEqualTo("/studies/2.999.1/metadata");
      assertThat(first.query()).isEqualTo("a=b");
      assertThat(first.accept()).isEqualTo("x/y");
      assertThat(first.header("x-two")).isEqualTo("2");
      assertThat(first.exchange()).isZero();
      ReceivedRequest second = server.requests().get(1);
      assertThat(second.path()).isEqualTo("/studies/2.999.7/metadata");
      assertThat(second.accept()).isEmpty();
      assertThat(second.connection()).isEqualTo(first.connection());
      assertThat(second.exchange()).isEqualTo(1);
      assertThat(server.greatestInFlight()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/studies/2.999.8/metadata, 404",
    "/studies/2.999.1/series/2.999.1.4/metadata, 404",
    "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.4, 404",
    "/studies/2.999.1/frames/1, 404",
    "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.1/frames/2, 404",
    "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.1/frames/0, 400",
    "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.1/frames/x, 400",
    "'/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.3/frames/1,1', 400",
    "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.1/bulkdata/00420011, 404",
    "/studies/a%20b/metadata, 400",
    "/studies/2.999.1/nonsense, 404",
    "/, 404",
  })
  void refusesWhatThereIsNotWithJson(String path, int status) throws Exception {
    try (FakeDicomWebServer server = start(WireProtocol.HTTP_1_1);
        TestClient client = new TestClient(server, WireProtocol.HTTP_1_1)) {
      Reception reception = client.get(server.url(path));
      assertThat(reception.status()).isEqualTo(status);
      assertThat(reception.contentType()).isEqualTo("application/json");
      assertThat(new String(reception.body(), StandardCharsets.UTF_8)).startsWith("{\"Message\":");
    }
  }

  @ParameterizedTest
  @CsvSource({"DELETE, /dicom-web, 405", "GET, /elsewhere, 404", "GET, '', 404"})
  void servesOnlyGetsBelowItsRoot(String method, String prefix, int status) throws Exception {
    try (FakeDicomWebServer server = start(WireProtocol.HTTP_1_1);
        TestClient client = new TestClient(server, WireProtocol.HTTP_1_1)) {
      URI url = server.url("").resolve(prefix + SMALL.path() + "/metadata");
      assertThat(client.send(method, url).status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"'', /studies/2.999.1", "/a/b, /a/b/studies/2.999.1"})
  void theRootMayBeAnywhere(String prefix, String target) throws Exception {
    try (FakeDicomWebServer server =
            FakeDicomWebServer.builder().study(SMALL).prefix(prefix).start();
        TestClient client = new TestClient(server, WireProtocol.HTTP_1_1)) {
      Reception study = client.get(server.url(SMALL.path()));
      assertThat(study.status()).isEqualTo(200);
      assertThat(study.contentType()).contains("type=\"application/dicom\"");
      assertThat(server.requests().get(0).target()).isEqualTo(target);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 7FE00010, 106", "2, 1, 00420011, 30"})
  void servesSeveralFramesAndBulkData(int series, int instance, String tag, int length)
      throws Exception {
    SyntheticInstance bulky = SMALL.series().get(series).instances().get(instance);
    byte[] value = bulky.bulkData().getOrDefault(tag, new byte[0]);
    assertThat(value).hasSize(length);
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SMALL);
        TestClient client = new TestClient(server, WireProtocol.HTTP_1_1)) {
      String octets = "application/octet-stream";
      assertMultipart(
          client.get(server.url(bulky.path() + "/bulkdata/" + tag)), octets, part(octets, value));
      SyntheticInstance multi = SMALL.series().get(0).instances().get(2);
      String type = octets + "; transfer-syntax=1.2.840.10008.1.2.1";
      assertMultipart(
          client.get(server.url(multi.path() + "/frames/3,1")),
          octets,
          part(type, multi.frame(3)) + part(type, multi.frame(1)));
    }
  }

  private static FakeDicomWebServer start(WireProtocol protocol) {
    return FakeDicomWebServer.builder().study(SMALL).protocol(protocol).start();
  }

  private static Protocol expected(WireProtocol protocol) {
    return switch (protocol) {
      case HTTP_1_1, TLS_HTTP_1_1 -> Protocol.HTTP_1_1;
      case HTTP_2_PRIOR_KNOWLEDGE -> Protocol.H2_PRIOR_KNOWLEDGE;
      case TLS -> Protocol.HTTP_2;
    };
  }

  private static String part(String type, byte[] payload) {
    String head = "--%s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n";
    return head.formatted(BOUNDARY, type, payload.length)
        + new String(payload, StandardCharsets.ISO_8859_1)
        + "\r\n";
  }

  private static void assertMultipart(Reception reception, String type, String parts) {
    assertThat(reception.status()).isEqualTo(200);
    assertThat(reception.contentType())
        .isEqualTo("multipart/related; type=\"%s\"; boundary=%s", type, BOUNDARY);
    assertThat(new String(reception.body(), StandardCharsets.ISO_8859_1))
        .isEqualTo(parts + "--" + BOUNDARY + "--\r\n");
  }
}
