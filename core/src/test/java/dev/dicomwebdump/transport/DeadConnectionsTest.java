package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A server ends all connections that rest: one request must not try them one after the other. */
class DeadConnectionsTest {

  private static final int MANY = 12;
  private static final byte[] EMPTY =
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void afterOneThatIsDeadComesANewOne() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try (ServerSocket listener = new ServerSocket(0, MANY, InetAddress.getLoopbackAddress());
        Transport transport = new HttpTransport(many())) {
      CyclicBarrier together = new CyclicBarrier(MANY);
      List<Future<?>> served = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        served.add(threads.submit(() -> answerOnce(listener.accept(), together)));
      }
      URI url = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/");
      List<Future<Exchange>> first = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        first.add(threads.submit(() -> fetch(transport, url)));
      }
      for (Future<Exchange> each : first) {
        assertThat(each.get().problem()).isNull();
      }
      for (Future<?> each : served) {
        each.get();
      }

      assertThat(fetch(transport, url).problem()).isNotNull();
      Future<?> last = threads.submit(() -> answerOnce(listener.accept(), new CyclicBarrier(1)));
      assertThat(fetch(transport, url).problem()).isNull();
      last.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private static TransportSettings many() {
    return new TransportSettingsBuilder().http2(false).connections(MANY).build();
  }

  private static Exchange fetch(Transport transport, URI url) throws InterruptedException {
    return transport.exchange(new Request(url, Headers.NONE), new RecordingSink());
  }

  /** Answers when all have been asked, and closes the connection. */
  private static Object answerOnce(Socket connection, CyclicBarrier together) throws Exception {
    try (Socket socket = connection) {
      readHead(socket.getInputStream());
      together.await();
      socket.getOutputStream().write(EMPTY);
    }
    return "";
  }

  private static void readHead(InputStream in) throws IOException {
    int ends = 0;
    while (ends < 4) {
      int next = in.read();
      ends = next == '\r' || next == '\n' ? ends + 1 : 0;
    }
  }
}
