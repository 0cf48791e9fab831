package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Peer;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every transport does, over whichever protocol. */
abstract class TransportContract {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(200);

  final Wire wire;
  final MockWebServer server = new MockWebServer();
  private final List<Transport> opened = new ArrayList<>();

  TransportContract(Wire wire) {
    this.wire = wire;
  }

  /** A new transport of the kind under test. */
  abstract Transport open(TransportSettings settings);

  @BeforeEach
  void startServer() throws IOException {
    wire.configure(server);
    server.start();
  }

  @AfterEach
  void closeAll() {
    opened.forEach(Transport::close);
    server.close();
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
    server.enqueue(
        new MockResponse.Builder()
            .body(new Buffer().write(randomBytes(100_000)))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    RecordingSink sink = new RecordingSink();
    Exchange exchange = transport().exchange(get("/"), sink);

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/a/b/?x=1&y=%2F&z",
        "/a//b",
        "/%41%2f%7e%C3%A9",
        "/a;b=c,d@e:f",
        "/a?q=(b)*!~$[c]"
      })
  void sendsTheUrlAsItIs(String target) throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    Exchange exchange = fetch(transport(), target);
    assertThat(exchange.problem()).isNull();
    assertThat(server.takeRequest().getTarget()).isEqualTo(target);
    assertThat(exchange.request().url()).isEqualTo(wire.url(server, target));
  }

  @Test
  void tellsTheRequestAsItWasSent() throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    Headers headers =
        new Headers(
            List.of(
                new Header("X-One", "1"), new Header("accept", "a/b"), new Header("X-One", "2")));
    Exchange exchange =
        transport().exchange(new Request(wire.url(server, "/"), headers), new RecordingSink());

    List<Header> arrived = new ArrayList<>();
    server
        .takeRequest()
        .getHeaders()
        .forEach(field -> arrived.add(new Header(field.getFirst(), field.getSecond())));
    arrived.removeIf(field -> field.name().startsWith(":"));
    assertThat(exchange.request().headers().fields()).isEqualTo(arrived);
    assertThat(exchange.request().headers().first("Host"))
        .isEqualTo(wire.isHttp2() ? null : "localhost:" + server.getPort());
    assertThat(arrived.stream().filter(field -> field.is("x-one")).map(Header::value))
        .containsExactly("1", "2");
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

  @Test
  void limitsTheWaitForTheFirstByte() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Exchange exchange = fetch(transport(SHORT, LONG, null), "/");
    assertProblem(exchange, Problem.Kind.TIMEOUT, "no response from localhost");
    assertProblem(exchange, Problem.Kind.TIMEOUT, "200 ms");
    assertThat(exchange.timings().waiting()).isNotNull();
    assertThat(exchange.timings().receive()).isNull();
  }

  @Test
  void limitsTheWaitBetweenTwoBytesOfTheBody() throws Exception {
    server.enqueue(stallInTheBody());
    RecordingSink sink = new RecordingSink();
    Exchange exchange = transport(LONG, SHORT, null).exchange(get("/"), sink);
    assertProblem(exchange, Problem.Kind.TIMEOUT, "nothing came for 200 ms after 5 of 10 bytes");
    assertThat(sink.text()).isEqualTo("01234");
    assertThat(exchange.status()).isEqualTo(200);
  }

  @Test
  void limitsTheWholeExchange() throws Exception {
    server.enqueue(stallInTheBody());
    Exchange exchange = fetch(transport(LONG, LONG, SHORT), "/");
    assertProblem(exchange, Problem.Kind.TIMEOUT, "took longer than 200 ms");
  }

  @Test
  void waitsForASlowButSteadyBody() throws Exception {
    Duration idle = Duration.ofSeconds(1);
    server.enqueue(
        new MockResponse.Builder()
            .body("0123456789ab")
            .throttleBody(1, 100, TimeUnit.MILLISECONDS)
            .build());
    RecordingSink sink = new RecordingSink();
    Exchange exchange = transport(LONG, idle, null).exchange(get("/"), sink);
    assertThat(exchange.problem()).isNull();
    assertThat(sink.text()).isEqualTo("0123456789ab");
    assertThat(exchange.timings().receive()).isGreaterThan(idle);
  }

  /** The body may rest for longer than the first byte may take, and the other way round. */
  @ParameterizedTest
  @CsvSource({"300, 20000, 0, 600", "20000, 300, 600, 0"})
  void keepsTheTwoLimitsApartOnAReusedConnection(
      long firstByte, long idle, long headDelay, long bodyDelay) throws Exception {
    Transport transport = transport(Duration.ofMillis(firstByte), Duration.ofMillis(idle), null);
    for (int i = 0; i < 2; i++) {
      server.enqueue(
          new MockResponse.Builder()
              .body("x")
              .headersDelay(headDelay, TimeUnit.MILLISECONDS)
              .bodyDelay(bodyDelay, TimeUnit.MILLISECONDS)
              .build());
      Exchange exchange = fetch(transport, "/");
      assertThat(exchange.problem()).isNull();
      assertThat(Objects.requireNonNull(exchange.peer()).reused()).isEqualTo(i == 1);
    }
  }

  @Test
  void cancelEndsWhatIsInFlightAndWhatComesLater() throws Exception {
    server.enqueue(stallInTheBody());
    Transport transport = transport();
    CountDownLatch begun = new CountDownLatch(1);
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void body(byte[] buffer, int offset, int length) {
            begun.countDown();
          }
        };
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      Future<Exchange> inFlight = worker.submit(() -> transport.exchange(get("/"), sink));
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      transport.cancel();
      transport.cancel();
      assertProblem(inFlight.get(10, TimeUnit.SECONDS), Problem.Kind.CANCELLED, "");
    } finally {
      worker.shutdownNow();
    }
    assertProblem(fetch(transport, "/"), Problem.Kind.CANCELLED, "");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void closeEndsWhatIsInFlight() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Transport transport = transport();
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      Future<Exchange> inFlight = worker.submit(() -> fetch(transport, "/"));
      server.takeRequest();
      transport.close();
      assertProblem(inFlight.get(10, TimeUnit.SECONDS), Problem.Kind.CANCELLED, "");
    } finally {
      worker.shutdownNow();
    }
  }

  @Test
  void anInterruptBeforeTheCallEndsIt() {
    Transport transport = transport();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> fetch(transport, "/")).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void anInterruptEndsTheWaitForMore() {
    server.enqueue(stallInTheBody());
    RecordingSink sink =
        new RecordingSink() {
          @Override
          public void body(byte[] buffer, int offset, int length) {
            Thread.currentThread().interrupt();
          }
        };
    Transport transport = transport();
    assertThatThrownBy(() -> transport.exchange(get("/"), sink))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"head", "body", "end"})
  void letsTheSinksExceptionThroughAndGoesOn(String where) throws Exception {
    server.enqueue(
        new MockResponse.Builder().body(new Buffer().write(randomBytes(3_000_000))).build());
    server.enqueue(new MockResponse.Builder().body("fine").build());
    Transport transport = transport();
    OutputException full = new OutputException("cannot write x", new IOException("disk full"));

    assertThatThrownBy(() -> transport.exchange(get("/"), new FailingSink(where, full)))
        .isSameAs(full);
    assertThat(fetch(transport, "/").problem()).isNull();
  }

  @Test
  void tellsThePhasesOfANewAndOfAReusedConnection() throws Exception {
    server.enqueue(new MockResponse.Builder().body("one").build());
    server.enqueue(new MockResponse.Builder().body("two").build());
    Transport transport = transport();

    Exchange first = fetch(transport, "/");
    Exchange second = fetch(transport, "/");

    Timings fresh = first.timings();
    assertThat(fresh.blocked()).isNotNull();
    assertThat(fresh.dns()).isNotNull();
    assertThat(fresh.connect()).isNotNull();
    assertThat(fresh.ssl() != null).isEqualTo(wire.isTls());
    assertThat(fresh.send()).isNotNull();
    assertThat(fresh.waiting()).isNotNull();
    assertThat(fresh.receive()).isNotNull();
    Timings reused = second.timings();
    assertThat(reused.dns()).isNull();
    assertThat(reused.connect()).isNull();
    assertThat(reused.ssl()).isNull();
    assertThat(reused.blocked()).isNotNull();
    assertThat(reused.waiting()).isNotNull();
    Peer peer = Objects.requireNonNull(first.peer());
    assertThat(peer.reused()).isFalse();
    assertThat(peer.address()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(second.peer()).isEqualTo(new Peer(peer.address(), peer.localPort(), true));
  }

  @Test
  void runs64CallsAtOnce() throws Exception {
    CountDownLatch allAreHere = new CountDownLatch(64);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            allAreHere.countDown();
            boolean all = allAreHere.await(20, TimeUnit.SECONDS);
            return new MockResponse.Builder()
                .code(all ? 200 : 500)
                .body((request.getTarget() + ";").repeat(10_000))
                .build();
          }
        });
    Transport transport = transport();
    ExecutorService workers = Executors.newFixedThreadPool(64);
    try {
      List<Future<String>> bodies = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        Request request = get("/" + i);
        bodies.add(
            workers.submit(
                () -> {
                  RecordingSink sink = new RecordingSink();
                  Exchange exchange = transport.exchange(request, sink);
                  return exchange.problem() == null ? sink.text() : "" + exchange;
                }));
      }
      for (int i = 0; i < 64; i++) {
        assertThat(bodies.get(i).get(30, TimeUnit.SECONDS))
            .isEqualTo(("/" + i + ";").repeat(10_000));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  Transport transport() {
    return transport(LONG, LONG, null);
  }

  Transport transport(Duration firstByte, Duration idle, @Nullable Duration whole) {
    Transport transport =
        open(
            new TransportSettings(
                LONG,
                firstByte,
                idle,
                whole,
                wire.isHttp2(),
                wire == Wire.HTTP_2_PRIOR_KNOWLEDGE,
                4,
                TlsTrust.insecure()));
    opened.add(transport);
    return transport;
  }

  Request get(String target) {
    return new Request(wire.url(server, target), Headers.NONE);
  }

  Exchange fetch(Transport transport, String target) throws InterruptedException {
    return transport.exchange(get(target), new RecordingSink());
  }

  static void assertProblem(Exchange exchange, Problem.Kind kind, String words) {
    Problem problem = Objects.requireNonNull(exchange.problem(), "no problem");
    assertThat(problem.kind()).as(problem.message()).isEqualTo(kind);
    assertThat(problem.message()).contains(words).doesNotContain("\n");
  }

  static byte[] randomBytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static MockResponse stallInTheBody() {
    return new MockResponse.Builder()
        .body("0123456789")
        .onResponseBody(SocketEffect.Stall.INSTANCE)
        .build();
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

  /** Throws at one place. */
  private static final class FailingSink extends RecordingSink {
    private final String where;
    private final RuntimeException failure;

    FailingSink(String where, RuntimeException failure) {
      this.where = where;
      this.failure = failure;
    }

    @Override
    public void head(ResponseHead head) {
      failAt("head");
    }

    @Override
    public void body(byte[] buffer, int offset, int length) {
      failAt("body");
    }

    @Override
    public @Nullable Problem end() {
      failAt("end");
      return null;
    }

    private void failAt(String place) {
      if (place.equals(where)) {
        throw failure;
      }
    }
  }
}
