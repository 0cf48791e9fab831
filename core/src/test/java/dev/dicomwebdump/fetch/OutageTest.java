package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.dicomwebdump.event.Event.HostPaused;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What one worker does when the server is gone; {@link OutageOfManyTest} has many. */
class OutageTest {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Answer REFUSED = Answer.failure(Problem.Kind.CONNECT);
  private static final String PROBE = Fixture.ROOT.urlOf(Fixture.METADATA).toString();

  private Function<Request, Answer> script = request -> Answer.OK;
  private Fixture fixture = fixture(3, TEN_MINUTES);

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(REFUSED, true),
        Arguments.of(Answer.failure(Problem.Kind.TIMEOUT), true),
        Arguments.of(Answer.failure(Problem.Kind.PROTOCOL), true),
        Arguments.of(Answer.OK.with(Problem.Kind.TRUNCATED), true),
        Arguments.of(Answer.OK.with(Problem.Kind.TIMEOUT), true),
        Arguments.of(Answer.status(502), true),
        Arguments.of(Answer.status(503), true),
        Arguments.of(Answer.status(504), true),
        Arguments.of(Answer.status(500), false),
        Arguments.of(Answer.status(501), false),
        Arguments.of(Answer.status(401), false),
        Arguments.of(Answer.status(404), false),
        Arguments.of(Answer.status(408), false),
        Arguments.of(Answer.failure(Problem.Kind.TLS), false),
        Arguments.of(Answer.OK.with(Problem.Kind.JSON), false));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureOfTheServerIsOutlastedAndOneOfTheResourceIsNot(Answer failure, boolean outlasted)
      throws InterruptedException {
    goneFor(Duration.ofMinutes(5), failure);

    Exchange exchange = fixture.fetch(Fixture.frame(1, 1));

    assertThat(exchange.problem() == null).isEqualTo(outlasted);
    assertThat(fixture.events.isEmpty()).isEqualTo(!outlasted);
  }

  @Test
  void theProbesWaitLongerAndLonger() throws InterruptedException {
    goneFor(Duration.ofMinutes(5), REFUSED);

    fixture.fetch(Fixture.frame(1, 1));

    assertThat(fixture.slept())
        .startsWith(Stream.of(500, 1000, 2000).map(Duration::ofMillis).toArray(Duration[]::new));
    assertThat(pauses()).startsWith(1L, 2L, 4L, 8L, 16L, 30L, 30L).endsWith(30L);
    assertThat(fixture.events.get(0))
        .isEqualTo(
            new HostPaused(
                Duration.ofSeconds(1), "the server is gone since 2026-03-01T12:00:00Z: scripted"));
  }

  @Test
  void theProbeIsTheSmallestRequestThatSucceeded() throws InterruptedException {
    goneFor(Duration.ofMinutes(1), REFUSED);

    fixture.fetch(Fixture.frame(1, 1));

    List<String> urls = fixture.server.urls();
    // The success, four tries, and then the probes until the resource is asked for again.
    assertThat(urls.subList(5, urls.size() - 1)).isNotEmpty().containsOnly(PROBE);
    assertThat(urls.get(urls.size() - 1)).isNotEqualTo(PROBE);
  }

  @Test
  void beforeTheFirstSuccessThereIsNoOutage() throws InterruptedException {
    script = request -> REFUSED;

    assertThat(fixture.requestsFor(Fixture.METADATA)).isEqualTo(4);
    assertThat(fixture.events).isEmpty();
  }

  @Test
  void aResourceThatAlwaysFailsIsNoOutageWhereOthersAreHad() throws InterruptedException {
    fixture.fetch(Fixture.METADATA);
    script = request -> request.url().toString().equals(PROBE) ? Answer.OK : Answer.status(504);

    assertThat(fixture.fetch(Fixture.frame(1, 1)).status()).isEqualTo(504);
    assertThat(fixture.fetch(Fixture.frame(1, 2)).status()).isEqualTo(504);
    // Each costs its four tries and one probe.
    assertThat(fixture.server.requests).hasSize(1 + 2 * 5);
    assertThat(fixture.events).isEmpty();
  }

  @Test
  void aServerThatAnswers500ToAllIsGoneAfterThirtySeconds() throws InterruptedException {
    fixture.fetch(Fixture.METADATA);
    script = request -> fixture.waits.now().isBefore(at(60)) ? Answer.status(500) : Answer.OK;

    int failed = 0;
    while (fixture.fetch(Fixture.instance(failed)).problem() != null) {
      failed++;
    }

    assertThat(fixture.events).isNotEmpty();
    // Two tries, half a second apart, and another Accept for each, for thirty seconds.
    assertThat(failed).isBetween(25, 60);
  }

  @ParameterizedTest
  @CsvSource({"PT10M, 25", "PT1S, 2", "PT3S, 3", "PT31S, 6"})
  void anOutageThatLastsTooLongEndsTheRun(Duration longest, int probes)
      throws InterruptedException {
    fixture = fixture(0, longest);
    fixture.fetch(Fixture.METADATA);
    script = request -> REFUSED;

    assertThatThrownBy(() -> fixture.fetch(Fixture.frame(1, 1)))
        .asInstanceOf(type(ServerGoneException.class))
        .satisfies(gone -> assertThat(gone.since()).isEqualTo(FakeWaits.START))
        .satisfies(
            gone ->
                assertThat(gone)
                    .hasMessage(
                        "the server has been gone since 2026-03-01T12:00:00Z, and was waited for"
                            + " for %d s (scripted)",
                        longest.toSeconds()));
    assertThat(fixture.slept().stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(longest);
    assertThat(fixture.server.requests).hasSize(2 + probes);
  }

  @Test
  void withoutAnyOutageAllowedResourcesFailByThemselves() throws InterruptedException {
    fixture = fixture(3, Duration.ZERO);
    fixture.fetch(Fixture.METADATA);
    script = request -> REFUSED;

    assertThat(fixture.requestsFor(Fixture.frame(1, 1))).isEqualTo(4);
    assertThat(fixture.events).isEmpty();
  }

  @Test
  void aResourceThatBringsTheServerDownEachTimeIsGivenUp() throws InterruptedException {
    fixture = fixture(1, TEN_MINUTES);
    fixture.fetch(Fixture.METADATA);
    int[] down = {0};
    script =
        request -> {
          down[0] = request.url().toString().equals(PROBE) ? down[0] - 1 : 2;
          return down[0] > 0 ? REFUSED : Answer.OK;
        };

    Exchange exchange = fixture.fetch(Fixture.frame(1, 1));

    assertThat(exchange.failedBy(Problem.Kind.CONNECT)).isTrue();
    assertThat(pauses()).containsExactly(1L, 1L);
  }

  @Test
  void afterACancelNothingIsWaitedFor() throws InterruptedException {
    fixture.fetch(Fixture.METADATA);
    script =
        request -> {
          fixture.cancel();
          return REFUSED;
        };

    Exchange exchange = fixture.fetch(Fixture.frame(1, 1));

    assertThat(exchange.failedBy(Problem.Kind.CANCELLED)).isTrue();
    assertThat(fixture.events).isEmpty();
  }

  /** The study's metadata is had, and then everything fails for so long. */
  private void goneFor(Duration time, Answer failure) throws InterruptedException {
    fixture.fetch(Fixture.METADATA);
    script = request -> fixture.waits.now().isBefore(at(time.toSeconds())) ? failure : Answer.OK;
  }

  private List<Long> pauses() {
    return fixture.events.stream().map(event -> ((HostPaused) event).pause().toSeconds()).toList();
  }

  private static Instant at(long seconds) {
    return FakeWaits.START.plusSeconds(seconds);
  }

  private Fixture fixture(int retries, Duration outage) {
    return new Fixture(
        Fixture.settings(retries, Duration.ofMinutes(5), outage), request -> script.apply(request));
  }
}
