package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.testkit.server.FakeProxy;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** How the choice of the protocol is made once for each server. */
class AlpnTest {

  private static final int AT_ONCE = 16;

  /** Each connection is one tunnel through the proxy. */
  @Test
  void manyFirstRequestsFindOutOnce() throws Exception {
    try (MockWebServer server = new MockWebServer();
        FakeProxy proxy = FakeProxy.start();
        Transport transport = new HttpTransport(settings(proxy.address()))) {
      Wire.HTTP_2_TLS.configure(server);
      server.setDispatcher(always("fine"));
      server.start();

      for (Exchange exchange : all(transport, Wire.HTTP_2_TLS.url(server, "/"))) {
        assertThat(exchange.problem()).isNull();
        assertThat(Objects.requireNonNull(exchange.response()).httpVersion()).isEqualTo("HTTP/2");
      }
      // One finds out, one is OkHttp's; more are those of its calls that began together.
      int tunnels = proxy.heads().size();
      assertThat(tunnels).isBetween(2, 1 + AT_ONCE);
      transport.exchange(get(Wire.HTTP_2_TLS.url(server, "/")), new RecordingSink());
      assertThat(proxy.heads()).hasSize(tunnels);
    }
  }

  @Test
  void whoeverWaitsForAnAnswerThatDoesNotComeAsksAlone() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0)) {
      port = unused.getLocalPort();
    }
    try (Transport transport = new HttpTransport(settings(""))) {
      for (Exchange exchange : all(transport, URI.create("https://localhost:" + port + "/"))) {
        assertThat(exchange.failedBy(Problem.Kind.CONNECT)).isTrue();
      }
    }
  }

  @Test
  void aRequestThatFoundNothingOutLeavesThatToTheNext() throws Exception {
    Alpn alpn = new Alpn();
    Server server = new Server(true, "pacs", 443);
    assertThat(alpn.of(server)).isNull();
    alpn.gaveUp(server);
    assertThat(alpn.of(server)).isNull();
    alpn.chose(server, Alpn.Choice.HTTP_2);
    alpn.gaveUp(server);
    assertThat(alpn.of(server)).isEqualTo(Alpn.Choice.HTTP_2);
  }

  private static List<Exchange> all(Transport transport, URI url) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Exchange>> futures = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        futures.add(workers.submit(() -> transport.exchange(get(url), new RecordingSink())));
      }
      List<Exchange> exchanges = new ArrayList<>();
      for (Future<Exchange> future : futures) {
        exchanges.add(future.get(20, TimeUnit.SECONDS));
      }
      return exchanges;
    } finally {
      workers.shutdownNow();
    }
  }

  private static Dispatcher always(String body) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return new MockResponse.Builder().body(body).build();
      }
    };
  }

  private static Request get(URI url) {
    return new Request(url, Headers.NONE);
  }

  private static TransportSettings settings(String proxy) {
    Duration enough = Duration.ofSeconds(20);
    return new TransportSettingsBuilder()
        .connectTimeout(enough)
        .firstByteTimeout(enough)
        .idleTimeout(enough)
        .connections(4)
        .tls(TlsTrust.insecure())
        .proxies(Proxies.of(proxy, Map.of()))
        .http2Connections(1)
        .build();
  }
}
