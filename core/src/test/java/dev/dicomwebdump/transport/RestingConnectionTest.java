package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection that rests may hold a thread of the server for which others wait. */
class RestingConnectionTest {

  private static final byte[] EMPTY =
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void itIsClosedThoughNobodyAsksAnyMore() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Integer> afterRequest =
          CompletableFuture.supplyAsync(() -> serve(listener));
      URI url = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
      Server server = Server.of(url);
      assertThat(server).isNotNull();
      Http1Client client =
          new Http1Client(TransportSettings.DEFAULTS, new Alpn(), Duration.ofMillis(1));

      Exchange exchange =
          client.exchange(server, new Request(url, Headers.NONE), new RecordingSink());

      assertThat(exchange.problem()).isNull();
      assertThat(afterRequest.get(20, TimeUnit.SECONDS)).isEqualTo(-1);
      client.close();
    }
  }

  /** Answers one request; returns what comes after it. */
  private static int serve(ServerSocket listener) {
    try (Socket socket = listener.accept()) {
      InputStream in = socket.getInputStream();
      int ends = 0;
      while (ends < 4) {
        int next = in.read();
        ends = next == '\r' || next == '\n' ? ends + 1 : 0;
      }
      socket.getOutputStream().write(EMPTY);
      return in.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
