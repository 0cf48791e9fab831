package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Over our own HTTP/1.1 an interrupt ends a wait at once, and is no failure of the connection. */
class InterruptedWaitTest {

  @Test
  void anInterruptEndsTheWaitForTheHead() throws Exception {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Transport transport = new HttpTransport(TransportSettings.DEFAULTS)) {
      URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
      Future<Exchange> inFlight =
          worker.submit(
              () -> transport.exchange(new Request(url, Headers.NONE), new RecordingSink()));
      try (Socket asked = silent.accept()) {
        asked.getInputStream().read();
        worker.shutdownNow();

        assertThatThrownBy(() -> inFlight.get(20, TimeUnit.SECONDS))
            .hasCauseInstanceOf(InterruptedException.class);
      }
    }
  }
}
