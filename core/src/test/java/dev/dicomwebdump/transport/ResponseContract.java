package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every transport hands over a response. */
@ParameterizedClass
@EnumSource(Wire.class)
abstract class ResponseContract extends TransportContract {

  ResponseContract(Function<TransportSettings, Transport> opener) {
    super(opener);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 8192, 65537, 3_000_001})
  void handsOverTheBodyByteForByte(int size) throws Exception {
    byte[] content = randomBytes(size);
    server.enqueue(new MockResponse.Builder().body(new Buffer().write(content)).build());

    RecordingSink sink = new RecordingSink();
    Exchange exchange = transport().exchange(get("/study"), sink);

    assertThat(exchange.problem()).isNull();
    assertThat(sink.body.toByteArray()).isEqualTo(content);
    assertThat(exchange.bodyBytes()).isEqualTo(size);
    assertThat(sink.heads).containsExactly(Objects.requireNonNull(exchange.response()));
    assertThat(sink.ends).isEqualTo(1);
  }

  @Test
  void leavesGzipAsItIs() throws Exception {
    Buffer zipped = gzip("{\"00080005\":{}}".repeat(100));
    byte[] onTheWire = zipped.snapshot().toByteArray();
    for (int i = 0; i < 2; i++) {
      server.enqueue(
          new MockResponse.Builder()
              .addHeader("Content-Encoding", "gzip")
              .body(zipped.clone())
              .build());
    }
    Transport transport = transport();

    for (Request request : List.of(get("/"), get("/").with("Accept-Encoding", "gzip"))) {
      RecordingSink sink = new RecordingSink();
      Exchange exchange = transport.exchange(request, sink);
      assertThat(sink.body.toByteArray()).isEqualTo(onTheWire);
      assertThat(responseHeader(exchange, "Content-Encoding")).isEqualTo("gzip");
      assertThat(responseHeader(exchange, "Content-Length")).isEqualTo("" + onTheWire.length);
    }
    assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
  }

  @Test
  void noticesABodyThatEndsBeforeItsLength() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .body("12345")
            .setHeader("Content-Length", "10")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());

    RecordingSink sink = new RecordingSink();
    Exchange exchange = transport().exchange(get("/"), sink);

    assertProblem(exchange, Problem.Kind.TRUNCATED, "after 5 of 10 bytes");
    assertThat(sink.text()).isEqualTo("12345");
    assertThat(exchange.bodyBytes()).isEqualTo(5);
    assertThat(sink.ends).isZero();
  }

  @Test
  void noticesAConnectionThatBreaksInTheBody() throws Exception {
    // What HTTP/2 says at a connection's start must not be under way when the connection breaks.
    server.enqueue(new MockResponse.Builder().build());
    server.enqueue(
        new MockResponse.Builder()
            .body(new Buffer().write(randomBytes(100_000)))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    Transport transport = transport();
    assertThat(fetch(transport, "/").problem()).isNull();
    RecordingSink sink = new RecordingSink();
    Exchange exchange = transport.exchange(get("/"), sink);

    assertProblem(exchange, Problem.Kind.TRUNCATED, " of 100000 bytes");
    assertThat(exchange.status()).isEqualTo(200);
    assertThat(exchange.bodyBytes()).isEqualTo(sink.body.size()).isLessThan(100_000);
    assertThat(sink.ends).isZero();
  }

  @Test
  void keepsTheOrderOfHeadersAndDuplicates() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .clearHeaders()
            .addHeader("x-b", "1")
            .addHeader("x-a", "2")
            .addHeader("content-length", "0")
            .addHeader("x-b", "3")
            .build());

    ResponseHead head = Objects.requireNonNull(fetch(transport(), "/").response());

    assertThat(head.httpVersion()).isEqualTo(wire.httpVersion);
    assertThat(head.reason()).isEqualTo(wire.isHttp2() ? "" : "OK");
    assertThat(head.headers().fields())
        .containsExactly(
            new Header("x-b", "1"),
            new Header("x-a", "2"),
            new Header("content-length", "0"),
            new Header("x-b", "3"));
  }

  @ParameterizedTest
  @CsvSource({
    "201, Created",
    "206,",
    "302, Found",
    "401, Unauthorized",
    "404, Not Found",
    "407, Proxy Authentication Required",
    "408, Request Timeout",
    "421, Misdirected Request",
    "500, Internal Server Error",
    "503, Service Unavailable"
  })
  void sendsARequestOnceWhateverTheStatus(int status, @Nullable String reason) throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .status("HTTP/1.1 " + status + " " + (reason == null ? "Partial Content" : reason))
            .addHeader("Location", "/elsewhere")
            .addHeader("Retry-After", "0")
            .addHeader("WWW-Authenticate", "Basic realm=\"r\"")
            .body("why")
            .build());

    RecordingSink sink = new RecordingSink();
    Exchange exchange = transport().exchange(get("/"), sink);

    assertThat(exchange.status()).isEqualTo(status);
    assertThat(sink.heads).hasSize(1);
    assertThat(sink.text()).isEqualTo("why");
    assertThat(sink.ends).isEqualTo(1);
    assertThat(exchange.problem())
        .isEqualTo(reason == null ? null : new Problem(Problem.Kind.STATUS, status + " " + reason));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void tellsWhatTheSinkFoundUnlessTheStatusSaysMore() throws Exception {
    Problem found = new Problem(Problem.Kind.MULTIPART, "no boundary");
    server.enqueue(new MockResponse.Builder().body("x").build());
    server.enqueue(new MockResponse.Builder().code(404).body("x").build());
    Transport transport = transport();

    assertThat(transport.exchange(get("/"), new RecordingSink(found)).problem()).isEqualTo(found);
    assertThat(transport.exchange(get("/"), new RecordingSink(found)).problem())
        .extracting(Problem::kind)
        .isEqualTo(Problem.Kind.STATUS);
  }

  @Test
  void handsOverTheHeadOfAResponseThatMayHaveNoBody() throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());
    Exchange exchange = fetch(transport(), "/");
    assertThat(exchange.status()).isEqualTo(204);
    assertProblem(exchange, Problem.Kind.STATUS, "204");
  }

  private static Buffer gzip(String text) throws IOException {
    Buffer zipped = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(zipped))) {
      sink.writeUtf8(text);
    }
    return zipped;
  }

  private static String responseHeader(Exchange exchange, String name) {
    ResponseHead head = Objects.requireNonNull(exchange.response());
    return Objects.requireNonNull(head.headers().first(name));
  }
}
