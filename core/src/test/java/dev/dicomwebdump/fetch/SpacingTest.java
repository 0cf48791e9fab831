package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When requests go out, by a clock that only waiting and the server move on. */
class SpacingTest {

  private static final Instant START = FakeWaits.START;
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeWaits waits = new FakeWaits();
  private final List<Long> millis = new ArrayList<>();

  @Test
  void requestsOfARateAreEvenlySpaced() throws InterruptedException {
    Fetching fetching = new Fetching(atRate(500), Answer.OK);

    fetching.fetch(4);

    assertThat(millis).containsExactly(0L, 500L, 1000L, 1500L);
  }

  @Test
  void timeThatWasNotUsedMakesNoBurst() throws InterruptedException {
    Fetching fetching = new Fetching(atRate(500), Answer.OK);
    fetching.fetch(1);
    waits.pass(Duration.ofSeconds(60));

    fetching.fetch(3);

    assertThat(millis).containsExactly(0L, 60_000L, 60_500L, 61_000L);
  }

  @Test
  void retriesKeepToTheRate() throws InterruptedException {
    Fetching fetching =
        new Fetching(atRate(2000), Answer.status(502), Answer.status(502), Answer.OK);

    fetching.fetch(1);

    assertThat(millis).containsExactly(0L, 2000L, 4000L);
  }

  @Test
  void redirectsAndRenewedCredentialsKeepToTheRate() throws InterruptedException {
    Fetching fetching =
        new Fetching(
            atRate(500),
            Answer.status(302, "Location", "/elsewhere"),
            Answer.status(401),
            Answer.OK);

    fetching.fetch(1);

    assertThat(millis).containsExactly(0L, 500L, 1000L);
  }

  @Test
  void aPauseThatIsLongerCoversTheRate() throws InterruptedException {
    Fetching fetching =
        new Fetching(atRate(500), Answer.status(429, "Retry-After", "5"), Answer.OK);

    fetching.fetch(2);

    assertThat(millis).containsExactly(0L, 5000L, 5500L);
  }

  @ParameterizedTest
  @CsvSource({"10, 100", "100, 100", "700, 700", "9000, 5000"})
  void aFriendlyClientRestsForAsLongAsTheResponseTook(long took, long rest)
      throws InterruptedException {
    Fetching fetching = new Fetching(new Politeness(false, Duration.ZERO, true), Answer.OK);
    fetching.took = Duration.ofMillis(took);

    fetching.fetch(2);

    assertThat(millis).containsExactly(0L, took + rest);
  }

  @Test
  void aFriendlyClientRestsBeforeItRenewsCredentials() throws InterruptedException {
    Fetching fetching =
        new Fetching(new Politeness(false, Duration.ZERO, true), Answer.status(401), Answer.OK);

    fetching.fetch(1);

    assertThat(millis).containsExactly(0L, 100L);
  }

  @Test
  void theLongerOfRateAndRestIsKept() {
    Spacing spacing = new Spacing(new Politeness(false, SECOND, true));
    spacing.begun(START);

    spacing.ended(START, START.plusMillis(200));
    assertThat(spacing.left(START.plusMillis(200))).isEqualTo(Duration.ofMillis(800));

    spacing.ended(START, START.plusMillis(900));
    assertThat(spacing.left(START.plusMillis(900))).isEqualTo(Duration.ofMillis(900));
  }

  @Test
  void aClockThatIsSetBackDoesNotStopTheRun() {
    Spacing spacing = new Spacing(new Politeness(false, SECOND, false));
    spacing.begun(START);

    assertThat(spacing.left(START.minus(Duration.ofDays(1)))).isZero();
  }

  private static Credentials renewable() {
    return new Credentials() {
      @Override
      public Request authorize(Request request) {
        return request;
      }

      @Override
      public boolean renew(Request refused) {
        return true;
      }
    };
  }

  private static Politeness atRate(long everyMillis) {
    return new Politeness(false, Duration.ofMillis(everyMillis), false);
  }

  /** A fetcher whose server notes when it is asked. */
  private final class Fetching {

    private final Fixture fixture;
    private Duration took = Duration.ZERO;
    private int asked;

    Fetching(Politeness politeness, Answer... answers) {
      fixture =
          new Fixture(
              waits,
              new FetchSettings(
                  3,
                  Duration.ofMinutes(5),
                  Duration.ZERO,
                  1,
                  politeness,
                  AcceptSettings.USUAL,
                  "identity",
                  "test",
                  Headers.NONE,
                  renewable()),
              request -> {
                millis.add(Duration.between(START, waits.now()).toMillis());
                waits.pass(took);
                return answers[Math.min(asked++, answers.length - 1)];
              });
    }

    void fetch(int times) throws InterruptedException {
      for (int i = 0; i < times; i++) {
        fixture.fetch(Fixture.METADATA);
      }
    }
  }
}
