package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A server, and transports to it, over one protocol. */
abstract class TransportContract {

  static final Duration LONG = Duration.ofSeconds(20);
  static final Duration SHORT = Duration.ofMillis(500);

  /** Else slow answers would be taken for ones from afar, and bring a second HTTP/2 connection. */
  private static final int ONE_CONNECTION = 1;

  @Parameter Wire wire = Wire.HTTP_1;
  final MockWebServer server = new MockWebServer();
  private final Function<TransportSettings, Transport> opener;
  private final List<Transport> opened = new ArrayList<>();

  /**
   * @param opener opens a transport of the kind under test
   */
  TransportContract(Function<TransportSettings, Transport> opener) {
    this.opener = opener;
  }

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

  Transport transport() {
    return transport(LONG, LONG, null);
  }

  Transport transport(Duration firstByte, Duration idle, @Nullable Duration whole) {
    Transport transport =
        opener.apply(
            new TransportSettingsBuilder()
                .connectTimeout(LONG)
                .firstByteTimeout(firstByte)
                .idleTimeout(idle)
                .maxTime(whole)
                .http2(wire.isHttp2())
                .http2PriorKnowledge(wire == Wire.HTTP_2_PRIOR_KNOWLEDGE)
                .connections(4)
                .http2Connections(ONE_CONNECTION)
                .tls(TlsTrust.insecure())
                .build());
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

  static MockResponse stallInTheBody() {
    return new MockResponse.Builder()
        .body("0123456789")
        .onResponseBody(SocketEffect.Stall.INSTANCE)
        .build();
  }
}
