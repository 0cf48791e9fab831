package dev.dicomwebdump.testkit.server;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.TestClient.Reception;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RepliesTest {
  private final SyntheticInstance instance =
      SyntheticStudies.small().series().get(0).instances().get(0);
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small());
  private final URI frame = server.url(instance.path() + "/frames/1");
  private TestClient client;
  private Reception normal;

  @BeforeEach
  void askOnceBefore() throws Exception {
    client = new TestClient(server, WireProtocol.HTTP_1_1);
    normal = client.get(frame);
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void statusHasItsHeadersAndNothingElse() throws Exception {
    Reception reception = reply(Replies.status(503).header("Retry-After", "1"));
    assertThat(reception.status()).isEqualTo(503);
    assertThat(reception.headers().names())
        .containsExactlyInAnyOrder("Retry-After", "Content-Length");
    assertThat(reception.body()).isEmpty();
  }

  @Test
  void statusMayHaveABody() throws Exception {
    Reception reception = reply(Replies.status(406, "text/plain", "use this"));
    assertThat(reception.status()).isEqualTo(406);
    assertThat(reception.contentType()).isEqualTo("text/plain");
    assertThat(reception.body()).asString().isEqualTo("use this");
  }

  @Test
  void noContentHasNoLength() throws Exception {
    Reception reception = reply(Replies.status(204));
    assertThat(reception.status()).isEqualTo(204);
    assertThat(reception.headers().size()).isZero();
    assertThat(client.get(frame).status()).as("the connection is still good").isEqualTo(204);
  }

  @Test
  void redirectsSayWhereTo() throws Exception {
    Reception reception = reply(Replies.redirect(307, server.otherOriginRootUrl() + "/x"));
    assertThat(reception.status()).isEqualTo(307);
    assertThat(reception.headers().get("Location")).startsWith("http://localhost:").endsWith("/x");
  }

  @Test
  void theOtherOriginIsTheSameServer() throws Exception {
    assertThat(client.get(URI.create(server.otherOriginRootUrl() + "/studies/2.999.1")).status())
        .isEqualTo(200);
    assertThat(server.requests().get(1).header("Host")).startsWith("localhost:");
  }

  @Test
  void contentTypeAloneIsChanged() throws Exception {
    Reception reception = reply(Replies.contentType("text/strange"));
    assertThat(reception.headers().values("Content-Type")).containsExactly("text/strange");
    assertThat(reception.body()).isEqualTo(normal.body());
  }

  @Test
  void headersAreAddedAndCookiesSet() throws Exception {
    Reception reception =
        reply(Replies.normal().header("Set-Cookie", "a=1").header("Set-Cookie", "b=2"));
    assertThat(reception.headers().values("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(reception.body()).isEqualTo(normal.body());
  }

  @Test
  void theBoundaryIsNotTold() throws Exception {
    Reception reception = reply(Replies.withoutBoundary());
    assertThat(reception.contentType())
        .isEqualTo("multipart/related; type=\"application/octet-stream\"");
    assertThat(reception.body()).isEqualTo(normal.body());
  }

  @Test
  void aSinglePartIsThePayload() throws Exception {
    Reception reception = reply(Replies.singlePart());
    assertThat(reception.contentType())
        .isEqualTo("application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
    assertThat(reception.body()).isEqualTo(instance.frame(1));
  }

  @Test
  void gzipIsTheSameWhenDecoded() throws Exception {
    Reception reception = reply(Replies.gzip());
    assertThat(reception.headers().get("Content-Encoding")).isEqualTo("gzip");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(reception.body())))
        .hasBinaryContent(normal.body());
  }

  @Test
  void chunksAreTheSameWithoutALength() throws Exception {
    Reception reception = reply(Replies.chunked());
    assertThat(reception.headers().get("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(reception.headers().get("Content-Length")).isNull();
    assertThat(reception.body()).isEqualTo(normal.body());
    assertThat(client.get(frame).body()).as("the connection is good").isEqualTo(normal.body());
  }

  @Test
  void theEndOfTheConnectionIsTheEndOfTheBody() throws Exception {
    Reception reception = reply(Replies.untilClose());
    assertThat(reception.headers().get("Connection")).isEqualTo("close");
    assertThat(reception.headers().get("Content-Length")).isNull();
    assertThat(reception.body()).isEqualTo(normal.body());
  }

  @Test
  void aLoginPageIsHtmlWithSuccess() throws Exception {
    Reception reception = reply(Replies.loginPage());
    assertThat(reception.status()).isEqualTo(200);
    assertThat(reception.contentType()).startsWith("text/html");
    assertThat(new String(reception.body(), StandardCharsets.UTF_8)).contains("Log in");
  }

  @Test
  void bodiesCanBeChangedAndRepliesChained() throws Exception {
    Reception reception =
        reply(Replies.singlePart().then(Replies.normal().body(b -> Arrays.copyOf(b, 7))));
    assertThat(reception.body()).isEqualTo(Arrays.copyOf(instance.frame(1), 7));
    assertThat(reception.headers().get("Content-Length")).isEqualTo("7");
  }

  @Test
  void whatIsNotMultipartStaysAsItIs() throws Exception {
    server.when(any()).reply(Replies.singlePart().then(Replies.withoutBoundary()));
    assertThat(client.get(server.url("/studies/2.999.1/metadata")).contentType())
        .isEqualTo("application/dicom+json");
  }

  @Test
  void aReplyThatFailsIsSeenByTheClient() throws Exception {
    Reception reception =
        reply(
            (request, usual) -> {
              throw new IllegalStateException("a defect of the test");
            });
    assertThat(reception.status()).isEqualTo(500);
    assertThat(reception.body()).asString().contains("a defect of the test");
  }

  @Test
  void aThrottledBodyIsWhole() throws Exception {
    Reception reception = reply(Faults.throttled(100, Duration.ofMillis(1)));
    assertThat(reception.body()).isEqualTo(normal.body());
  }

  private Reception reply(Reply reply) throws Exception {
    server.when(any()).reply(reply);
    return client.get(frame);
  }
}
