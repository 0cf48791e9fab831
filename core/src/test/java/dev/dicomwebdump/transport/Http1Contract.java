package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every transport does over HTTP/1.1 besides: framing, case, versions. */
@ParameterizedClass
@EnumSource(
    value = Wire.class,
    names = {"HTTP_1", "HTTP_1_TLS"})
abstract class Http1Contract extends TransportContract {

  Http1Contract(Function<TransportSettings, Transport> opener) {
    super(opener);
  }

  @Test
  void joinsChunks() throws Exception {
    byte[] content = randomBytes(1_200_000);
    server.enqueue(
        new MockResponse.Builder().chunkedBody(new Buffer().write(content), 4099).build());
    RecordingSink sink = new RecordingSink();
    assertThat(transport().exchange(get("/"), sink).problem()).isNull();
    assertThat(sink.body.toByteArray()).isEqualTo(content);
  }

  @Test
  void readsABodyWithoutLengthToTheConnectionsEnd() throws Exception {
    byte[] content = randomBytes(100_000);
    server.enqueue(
        new MockResponse.Builder()
            .body(new Buffer().write(content))
            .clearHeaders()
            .addHeader("Connection", "close")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    RecordingSink sink = new RecordingSink();
    assertThat(transport().exchange(get("/"), sink).problem()).isNull();
    assertThat(sink.body.toByteArray()).isEqualTo(content);
  }

  /** Cut in a chunk, before a chunk's line end, after a chunk, and in the last line. */
  @ParameterizedTest
  @ValueSource(strings = {"5\r\nab", "2\r\nab", "2\r\nab\r\n", "2\r\nab\r\n0\r\n"})
  void noticesChunksThatAreCut(String sent) throws Exception {
    Exchange exchange = fetchRaw("HTTP/1.1 200 OK", "Transfer-Encoding: chunked", sent);
    assertProblem(exchange, Problem.Kind.TRUNCATED, "after 2 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 200 OK, Transfer-Encoding: chunked, zz",
    "HTTP/1.1 200 OK, 'Transfer-Encoding: gzip, chunked', 0",
    "HTTP/1.1 204 No Content, Content-Length: 5, 12345",
    "ABC/1.1 200 OK, Content-Length: 5, 12345",
    "HTTP/1.1 abc, Content-Length: 5, 12345"
  })
  void tellsThatTheServerBreaksHttp(String status, String header, String body) throws Exception {
    RecordingSink sink = new RecordingSink();
    enqueueRaw(status, header, body);
    Exchange exchange = transport().exchange(get("/"), sink);
    assertProblem(exchange, Problem.Kind.PROTOCOL, "");
    assertThat(sink.heads).hasSize(exchange.response() == null ? 0 : 1);
  }

  @Test
  void keepsVersionReasonAndCase() throws Exception {
    enqueueRaw("HTTP/1.0 200 Quite  fine", "X-mIxEd:  a b ", "x");
    ResponseHead head = Objects.requireNonNull(fetch(transport(), "/").response());
    assertThat(head.httpVersion()).isEqualTo("HTTP/1.0");
    assertThat(head.reason()).isEqualTo("Quite  fine");
    assertThat(head.headers().fields()).containsExactly(new Header("X-mIxEd", "a b"));
  }

  private Exchange fetchRaw(String status, String header, String body) throws Exception {
    enqueueRaw(status, header, body);
    return fetch(transport(), "/");
  }

  /** The body is what follows the head on the wire; then the connection is closed. */
  private void enqueueRaw(String status, String header, String body) {
    int colon = header.indexOf(':');
    server.enqueue(
        new MockResponse.Builder()
            .status(status)
            .clearHeaders()
            .addHeaderLenient(header.substring(0, colon), header.substring(colon + 1))
            .socketHandler(socket -> write(body, socket))
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
  }

  private static void write(String text, Socket socket) {
    Buffer bytes = new Buffer().writeUtf8(text);
    try {
      socket.getSink().write(bytes, bytes.size());
      socket.getSink().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
