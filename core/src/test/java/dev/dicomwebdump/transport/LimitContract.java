package dev.dicomwebdump.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits to which every transport holds a server. */
@ParameterizedClass
@EnumSource(Wire.class)
abstract class LimitContract extends TransportContract {

  LimitContract(Function<TransportSettings, Transport> opener) {
    super(opener);
  }

  @Test
  void limitsTheWaitForTheFirstByte() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Exchange exchange = fetch(transport(SHORT, LONG, null), "/");
    assertProblem(exchange, Problem.Kind.TIMEOUT, "no response from localhost");
    assertProblem(exchange, Problem.Kind.TIMEOUT, "500 ms");
    assertThat(exchange.timings().waiting()).isNotNull();
    assertThat(exchange.timings().receive()).isNull();
  }

  @Test
  void limitsTheWaitBetweenTwoBytesOfTheBody() throws Exception {
    server.enqueue(stallInTheBody());
    RecordingSink sink = new RecordingSink();
    Exchange exchange = transport(LONG, SHORT, null).exchange(get("/"), sink);
    assertProblem(exchange, Problem.Kind.TIMEOUT, "nothing came for 500 ms after 5 of 10 bytes");
    assertThat(sink.text()).isEqualTo("01234");
    assertThat(exchange.status()).isEqualTo(200);
  }

  @Test
  void limitsTheWholeExchange() throws Exception {
    server.enqueue(stallInTheBody());
    Exchange exchange = fetch(transport(LONG, LONG, SHORT), "/");
    assertProblem(exchange, Problem.Kind.TIMEOUT, "took longer than 500 ms");
  }

  @Test
  void waitsForASlowButSteadyBody() throws Exception {
    Duration idle = Duration.ofSeconds(1);
    server.enqueue(
        new MockResponse.Builder()
            .body("0123456789abcdef")
            .throttleBody(1, 100, TimeUnit.MILLISECONDS)
            .build());
    RecordingSink sink = new RecordingSink();
    Exchange exchange = transport(LONG, idle, null).exchange(get("/"), sink);
    assertThat(exchange.problem()).isNull();
    assertThat(sink.text()).isEqualTo("0123456789abcdef");
    assertThat(exchange.timings().receive()).isGreaterThan(idle);
  }

  /** The body may rest for longer than the first byte may take, and the other way round. */
  @ParameterizedTest
  @CsvSource({"500, 20000, 0, 800", "20000, 500, 800, 0"})
  void keepsTheTwoLimitsApartOnAReusedConnection(
      long firstByte, long idle, long headDelay, long bodyDelay) throws Exception {
    Transport transport = transport(Duration.ofMillis(firstByte), Duration.ofMillis(idle), null);
    server.enqueue(new MockResponse.Builder().body("x").build());
    server.enqueue(
        new MockResponse.Builder()
            .body("x")
            .headersDelay(headDelay, TimeUnit.MILLISECONDS)
            .bodyDelay(bodyDelay, TimeUnit.MILLISECONDS)
            .build());
    assertThat(fetch(transport, "/").problem()).isNull();
    Exchange slow = fetch(transport, "/");
    assertThat(slow.problem()).isNull();
    assertThat(Objects.requireNonNull(slow.peer()).reused()).isTrue();
  }
}
