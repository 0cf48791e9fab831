package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Objects;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every transport says when no response came. */
@ParameterizedClass
@EnumSource(Wire.class)
abstract class NoResponseContract extends TransportContract {

  NoResponseContract(Function<TransportSettings, Transport> opener) {
    super(opener);
  }

  @Test
  void tellsThatNobodyListens() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    Request request =
        new Request(URI.create(wire.scheme + "://localhost:" + port + "/"), Headers.NONE);
    RecordingSink sink = new RecordingSink();
    Exchange exchange = transport().exchange(request, sink);

    assertProblem(exchange, Problem.Kind.CONNECT, "localhost:" + port + ": Connection refused");
    assertThat(exchange.request()).isEqualTo(request);
    assertThat(exchange.response()).isNull();
    assertThat(exchange.peer()).isNull();
    assertThat(sink.heads).isEmpty();
    assertThat(sink.ends).isZero();
  }

  @Test
  void tellsThatAHostIsUnknown() throws Exception {
    Request request =
        new Request(URI.create(wire.scheme + "://nonexistent.invalid/"), Headers.NONE);
    Exchange exchange = transport().exchange(request, new RecordingSink());
    assertProblem(exchange, Problem.Kind.CONNECT, "cannot resolve host \"nonexistent.invalid\"");
  }

  @Test
  void tellsThatAUrlCannotBeAskedFor() throws Exception {
    Request request = new Request(URI.create("ftp://localhost/"), Headers.NONE);
    Exchange exchange = transport().exchange(request, new RecordingSink());
    assertProblem(exchange, Problem.Kind.CONNECT, "ftp");
  }

  @Test
  void tellsThatTheConnectionBrokeBeforeTheResponse() throws Exception {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    Exchange exchange = fetch(transport(), "/");
    assertProblem(exchange, Problem.Kind.CONNECT, "localhost:" + server.getPort());
    assertThat(Objects.requireNonNull(exchange.peer()).reused()).isFalse();
    assertThat(exchange.status()).isZero();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void tellsThatTheConnectionWasReusedWhenItBroke() throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(new MockResponse.Builder().build());
    Transport transport = transport();

    assertThat(fetch(transport, "/").problem()).isNull();
    Exchange broken = fetch(transport, "/");
    assertProblem(broken, Problem.Kind.CONNECT, "broke before a response came");
    assertThat(Objects.requireNonNull(broken.peer()).reused()).isTrue();
    assertThat(fetch(transport, "/").problem()).isNull();
  }
}
