package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in flight when the run winds down comes to its end, and nothing follows on it. */
class WindDownTest {

  private final AtomicReference<@Nullable Fixture> fixture = new AtomicReference<>();

  @Test
  void aRequestInFlightIsHad() throws InterruptedException {
    Exchange exchange = windDownWhile(Answer.OK);

    assertThat(exchange.problem()).isNull();
  }

  @Test
  void aFailureThatWouldNotBeTriedAgainIsOne() throws InterruptedException {
    assertThat(windDownWhile(Answer.status(404)).failedBy(Problem.Kind.STATUS)).isTrue();
  }

  static Stream<Answer> unfinished() {
    return Stream.of(
        Answer.status(503),
        Answer.status(500),
        Answer.status(406),
        Answer.status(429, "Retry-After", "3600"),
        Answer.status(302, "Location", "/elsewhere"),
        Answer.failure(Problem.Kind.CONNECT),
        Answer.OK.with(Problem.Kind.TRUNCATED));
  }

  @ParameterizedTest
  @MethodSource("unfinished")
  void whatWouldBeAskedForAgainIsCancelledWithoutAWait(Answer answer) throws InterruptedException {
    Exchange exchange = windDownWhile(answer);

    assertThat(exchange.failedBy(Problem.Kind.CANCELLED)).isTrue();
    assertThat(exchange.earlier()).hasSize(1);
  }

  /** A frame, since it has other Accepts to be asked with. */
  private Exchange windDownWhile(Answer answer) throws InterruptedException {
    Fixture winding =
        new Fixture(
            request -> {
              Fixture running = fixture.get();
              if (running != null) {
                running.windDown();
              }
              return answer;
            });
    fixture.set(winding);

    Exchange exchange = winding.fetch(Fixture.frame(1, 1));

    assertThat(winding.server.requests).hasSize(1);
    return exchange;
  }
}
