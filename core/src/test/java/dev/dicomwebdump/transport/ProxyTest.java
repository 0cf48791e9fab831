package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.testkit.server.FakeProxy;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kind.class)
class ProxyTest {

  @Parameter Kind kind = Kind.OURS;

  /** {@code user:s3cret}. */
  private static final String BASIC = "Basic dXNlcjpzM2NyZXQ=";

  private final MockWebServer server = new MockWebServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1", "HTTP_1_TLS", "HTTP_2_TLS"})
  void everyRequestGoesThroughIt(Wire wire) throws Exception {
    serve(wire);
    try (FakeProxy proxy = FakeProxy.demanding(BASIC)) {
      Exchange exchange = fetch(wire, "http://user:s3cret@" + proxy.address(), Map.of());

      assertThat(exchange.problem()).isNull();
      String line = wire.isTls() ? "CONNECT localhost:" : "GET http://localhost:";
      assertThat(proxy.heads())
          .hasSize(findsOut(wire) ? 2 : 1)
          .allSatisfy(head -> assertThat(head).startsWith(line));
    }
    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("Proxy-Authorization")).isNull();
    assertThat(request.getTarget()).isEqualTo("/a?b=c");
  }

  @Test
  void aServerBehindATunnelIsNotShownToTheProxy() throws Exception {
    serve(Wire.HTTP_1_TLS);
    try (FakeProxy proxy = FakeProxy.start()) {
      assertThat(fetch(Wire.HTTP_1_TLS, proxy.address(), Map.of()).problem()).isNull();
      assertThat(proxy.heads().toString()).doesNotContain("b=c", "X-Mine");
    }
  }

  @Test
  void aProxyThatRefusesUsIsSaid() throws Exception {
    serve(Wire.HTTP_1);
    try (FakeProxy proxy = FakeProxy.demanding(BASIC)) {
      Exchange plain = fetch(Wire.HTTP_1, "http://user:wr0ng@" + proxy.address(), Map.of());
      assertThat(plain.status()).isEqualTo(407);
      String refused = "the proxy " + proxy.address() + " refuses the credentials that were given";
      TransportContract.assertProblem(plain, Problem.Kind.PROXY, refused);
      Exchange tunnel = fetch(Wire.HTTP_1_TLS, "http://user:wr0ng@" + proxy.address(), Map.of());
      TransportContract.assertProblem(tunnel, Problem.Kind.PROXY, refused);
      assertThat(plain.problem() + "" + tunnel.problem()).doesNotContain("wr0ng");
      assertThat(proxy.heads()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1", "HTTP_1_TLS"})
  void aProxyThatWantsCredentialsIsSaid(Wire wire) throws Exception {
    serve(wire);
    try (FakeProxy proxy = FakeProxy.demanding(BASIC)) {
      Exchange exchange = fetch(wire, proxy.address(), Map.of());
      String wants = "the proxy " + proxy.address() + " wants credentials (407)";
      TransportContract.assertProblem(exchange, Problem.Kind.PROXY, wants);
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_TLS", "HTTP_2_TLS"})
  void aServerThatPlaysTheProxyThroughATunnelIsShownNothing(Wire wire) throws Exception {
    wire.configure(server);
    server.enqueue(new MockResponse.Builder().code(407).build());
    server.enqueue(new MockResponse.Builder().code(407).build());
    server.start();
    try (FakeProxy proxy = FakeProxy.demanding(BASIC)) {
      Exchange exchange = fetch(wire, "http://user:s3cret@" + proxy.address(), Map.of());

      assertThat(exchange.status()).isEqualTo(407);
      assertThat(exchange.failedBy(Problem.Kind.STATUS)).isTrue();
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(server.takeRequest().getHeaders().get("Proxy-Authorization")).isNull();
  }

  @Test
  void aProxyThatIsNotThereIsNotGoneRound() throws Exception {
    serve(Wire.HTTP_1);
    FakeProxy proxy = FakeProxy.start();
    proxy.close();

    Exchange exchange = fetch(Wire.HTTP_1, proxy.address(), Map.of());

    TransportContract.assertProblem(
        exchange, Problem.Kind.CONNECT, "through the proxy " + proxy.address());
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aProxyWhoseHostIsUnknownIsNamed() throws Exception {
    serve(Wire.HTTP_1);
    Exchange exchange = fetch(Wire.HTTP_1, "no-such-proxy.invalid:1", Map.of());
    assertThat(Objects.requireNonNull(exchange.problem()).message())
        .isEqualTo("cannot resolve host \"no-such-proxy.invalid\"");
  }

  @Test
  void someServersAreAskedDirectly() throws Exception {
    serve(Wire.HTTP_1);
    try (FakeProxy proxy = FakeProxy.start()) {
      Exchange exchange = fetch(Wire.HTTP_1, proxy.address(), Map.of("no_proxy", "localhost"));
      assertThat(exchange.problem()).isNull();
      assertThat(proxy.heads()).isEmpty();
    }
  }

  /** The server stands for a proxy, so that no such name need be resolved. */
  @ParameterizedTest
  @CsvSource({"HTTP_1, my_pacs", "HTTP_1_TLS, my_pacs.example", "HTTP_2_TLS, my_pacs.example"})
  void aHostWithAnUnderscoreIsAskedThroughItToo(Wire wire, String host) throws Exception {
    assumeFalse(findsOut(wire), "the server that stands for a proxy can make one tunnel only");
    wire.configure(server);
    if (wire.isTls()) {
      server.enqueue(new MockResponse.Builder().inTunnel().build());
    }
    server.enqueue(new MockResponse.Builder().body("fine").build());
    server.start();
    URI url = URI.create(wire.scheme + "://" + host + "/a?b=c");

    Exchange exchange = fetch(wire, url, "localhost:" + server.getPort(), Map.of());

    assertThat(exchange.problem()).isNull();
    assertThat(exchange.request().url()).isEqualTo(url);
    RecordedRequest first = server.takeRequest();
    if (wire.isTls()) {
      assertThat(first.getRequestLine()).startsWith("CONNECT my_pacs.example:443 ");
    } else {
      assertThat(first.getRequestLine()).startsWith("GET http://my_pacs/a?b=c ");
    }
  }

  /** OkHttp opens a connection of its own after the one that found out about HTTP/2. */
  private boolean findsOut(Wire wire) {
    return kind == Kind.OURS && wire.isHttp2();
  }

  private void serve(Wire wire) throws Exception {
    wire.configure(server);
    server.enqueue(new MockResponse.Builder().body("fine").build());
    server.start();
  }

  private Exchange fetch(Wire wire, String proxy, Map<String, String> environment)
      throws InterruptedException {
    return fetch(wire, wire.url(server, "/a?b=c"), proxy, environment);
  }

  private Exchange fetch(Wire wire, URI url, String proxy, Map<String, String> environment)
      throws InterruptedException {
    TransportSettings settings =
        new TransportSettingsBuilder()
            .http2(wire.isHttp2())
            .tls(TlsTrust.insecure())
            .proxies(Proxies.of(proxy, environment))
            .build();
    try (Transport transport = kind.open(settings)) {
      Headers headers = Headers.NONE.with("X-Mine", "s3cret");
      Request request = new Request(url, headers);
      return transport.exchange(request, new RecordingSink());
    }
  }
}
