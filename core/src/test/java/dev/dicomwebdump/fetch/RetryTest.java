package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # status, Retry-After, requests, waits in ms
          200, -,    1, -
          203, -,    1, -
          206, -,    1, -
          204, -,    1, -
          304, -,    1, -
          400, -,    1, -
          401, -,    1, -
          403, -,    1, -
          404, -,    1, -
          404, 5,    1, -
          406, -,    1, -
          408, -,    4, 500 1000 2000
          409, -,    1, -
          410, -,    1, -
          413, -,    1, -
          415, -,    1, -
          425, -,    1, -
          500, -,    2, 500
          500, 5,    2, 500
          501, -,    1, -
          502, -,    4, 500 1000 2000
          503, -,    4, 500 1000 2000
          503, soon, 4, 500 1000 2000
          504, -,    4, 500 1000 2000
          505, -,    1, -
          507, -,    4, 500 1000 2000
          599, -,    4, 500 1000 2000
          """)
  void aStatusIsRetriedAsItsMeaningAllows(int status, String retryAfter, int requests, String waits)
      throws InterruptedException {
    Fixture fixture = new Fixture(answer(status, retryAfter));

    Exchange exchange = fixture.fetch(Fixture.METADATA);

    assertThat(fixture.server.requests).hasSize(requests);
    assertThat(exchange.earlier()).hasSize(requests - 1);
    assertThat(fixture.slept()).isEqualTo(millis(waits));
    boolean success = status == 200 || status == 203 || status == 206;
    assertThat(exchange.failedBy(Problem.Kind.STATUS)).isEqualTo(!success);
  }

  @ParameterizedTest
  @EnumSource(
      value = Problem.Kind.class,
      names = {"CONNECT", "TIMEOUT", "PROTOCOL"})
  void aFailureWithoutResponseIsRetried(Problem.Kind kind) throws InterruptedException {
    Fixture fixture = new Fixture(Answer.failure(kind));

    assertThat(fixture.fetch(Fixture.METADATA).failedBy(kind)).isTrue();
    assertThat(fixture.server.requests).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(
      value = Problem.Kind.class,
      names = {"TLS", "REDIRECT", "CANCELLED"})
  void aFailureThatStaysIsNotRetried(Problem.Kind kind) throws InterruptedException {
    Fixture fixture = new Fixture(Answer.failure(kind));

    assertThat(fixture.fetch(Fixture.METADATA).failedBy(kind)).isTrue();
    assertThat(fixture.server.requests).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Problem.Kind.class,
      names = {"TRUNCATED", "TIMEOUT"})
  void aBodyThatBreaksOffIsRetriedUntilItIsWhole(Problem.Kind kind) throws InterruptedException {
    Fixture fixture = new Fixture(Answer.OK.with(kind), Answer.OK.with(kind), Answer.OK);

    Exchange exchange = fixture.fetch(Fixture.METADATA);

    assertThat(exchange.problem()).isNull();
    assertThat(exchange.earlier()).hasSize(2).allMatch(earlier -> earlier.failedBy(kind));
  }

  @Test
  void aBodyThatTheSinkFindsCutIsRetried() throws InterruptedException {
    Fixture fixture = new Fixture(Answer.OK);
    FakeSink sink = FakeSink.finding(Problem.Kind.TRUNCATED, 2);

    Exchange exchange = retrying(fixture.server, 3, () -> 1.0).exchange(request(), sink);

    assertThat(exchange.problem()).isNull();
    assertThat(sink.statuses).containsExactly(200, 200, 200);
  }

  @ParameterizedTest
  @EnumSource(
      value = Problem.Kind.class,
      names = {"MULTIPART", "CONTENT_TYPE", "CONTENT_CODING", "JSON", "DICOM", "UID"})
  void aResponseOfTheWrongKindIsNotRetried(Problem.Kind kind) throws InterruptedException {
    Fixture fixture = new Fixture(Answer.OK.with(kind));

    assertThat(fixture.fetch(Fixture.METADATA).failedBy(kind)).isTrue();
    assertThat(fixture.server.requests).hasSize(1);
  }

  @Test
  void aStatusCountsEvenWhenItsBodyBreaksOff() throws InterruptedException {
    Fixture fixture = new Fixture(Answer.status(404).with(Problem.Kind.TRUNCATED));

    assertThat(fixture.requestsFor(Fixture.METADATA)).isEqualTo(1);
  }

  @Test
  void a500IsRepeatedOnlyOnceAmongOtherFailures() throws InterruptedException {
    Fixture fixture =
        new Fixture(Answer.status(500), Answer.status(502), Answer.status(500), Answer.OK);

    assertThat(fixture.fetch(Fixture.METADATA).status()).isEqualTo(500);
    assertThat(fixture.server.requests).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502})
  void withoutRetriesARequestIsMadeOnce(int status) throws InterruptedException {
    Fixture fixture = new Fixture(Fixture.settings(0, FIVE_MINUTES), Answer.status(status));

    assertThat(fixture.requestsFor(Fixture.METADATA)).isEqualTo(1);
  }

  @Test
  void theWaitsDoubleUpToThirtySeconds() throws InterruptedException {
    Fixture fixture = new Fixture(Fixture.settings(8, FIVE_MINUTES), Answer.status(502));

    fixture.fetch(Fixture.METADATA);

    assertThat(fixture.slept()).isEqualTo(millis("500 1000 2000 4000 8000 16000 30000 30000"));
  }

  @Test
  void theJitterIsFull() throws InterruptedException {
    Random random = new Random(20260301);
    FakeWaits waits = new FakeWaits();
    List<Duration> firstWaits = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      FakeTransport server = new FakeTransport(waits, List.of(Answer.status(502), Answer.OK));
      retrying(server, waits, 1, random::nextDouble).exchange(request(), new FakeSink());
      firstWaits.add(waits.slept.get(i));
    }

    assertThat(firstWaits).allMatch(wait -> wait.compareTo(Duration.ofMillis(500)) < 0);
    assertThat(Collections.min(firstWaits)).isLessThan(Duration.ofMillis(50));
    assertThat(Collections.max(firstWaits)).isGreaterThan(Duration.ofMillis(450));
  }

  @Test
  void deadConnectionsCostNoRetryAndNoWait() throws InterruptedException {
    Answer dead = Answer.DEAD_CONNECTION;
    Fixture fixture =
        new Fixture(Fixture.settings(0, FIVE_MINUTES), dead, dead, dead, dead, Answer.OK);

    Exchange exchange = fixture.fetch(Fixture.METADATA);

    assertThat(exchange.problem()).isNull();
    assertThat(exchange.earlier()).hasSize(4);
    assertThat(fixture.slept()).isEmpty();
  }

  @Test
  void deadConnectionsWithoutEndAreGivenUp() throws InterruptedException {
    Fixture fixture = new Fixture(Fixture.settings(1, FIVE_MINUTES), Answer.DEAD_CONNECTION);

    assertThat(fixture.fetch(Fixture.METADATA).failedBy(Problem.Kind.CONNECT)).isTrue();
    assertThat(fixture.server.requests).hasSize(2 * 17);
  }

  @ParameterizedTest
  @CsvSource({"429, 7", "503, 7", "429, 'Sun, 01 Mar 2026 12:00:07 GMT'"})
  void theServersPauseIsKeptAndCostsNoRetry(int status, String retryAfter)
      throws InterruptedException {
    Fixture fixture =
        new Fixture(
            Fixture.settings(0, FIVE_MINUTES),
            Answer.status(status, "Retry-After", retryAfter),
            Answer.OK);

    assertThat(fixture.fetch(Fixture.METADATA).problem()).isNull();
    assertThat(fixture.slept()).containsExactly(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "soon", "0", "Sun, 01 Mar 2026 11:00:00 GMT"})
  void withoutAUsefulRetryAfterA429IsWaitedForLongerAndLonger(String retryAfter)
      throws InterruptedException {
    List<Answer> script =
        new ArrayList<>(Collections.nCopies(8, Answer.status(429, "Retry-After", retryAfter)));
    script.add(Answer.OK);
    Fixture fixture = new Fixture(script.toArray(Answer[]::new));

    assertThat(fixture.fetch(Fixture.METADATA).problem()).isNull();
    assertThat(fixture.slept()).isEqualTo(millis("1000 2000 4000 8000 16000 32000 60000 60000"));
  }

  @Test
  void pausesBeyondTheLimitCountAsRetries() throws InterruptedException {
    Answer busy = Answer.status(429, "Retry-After", "20");
    Fixture fixture = new Fixture(Fixture.settings(2, Duration.ofMinutes(1)), busy);

    assertThat(fixture.fetch(Fixture.METADATA).status()).isEqualTo(429);
    // The first, three after a minute's pauses in all, and two retries.
    assertThat(fixture.server.requests).hasSize(6);
  }

  @Test
  void theLimitOfPausesIsForAResourceAndNotForAnAcceptStep() throws InterruptedException {
    Answer busy = Answer.status(429, "Retry-After", "40");
    Fixture fixture =
        new Fixture(
            Fixture.settings(0, Duration.ofMinutes(1)), busy, Answer.status(406), busy, Answer.OK);

    assertThat(fixture.fetch(Fixture.instance(1)).status()).isEqualTo(429);
    assertThat(fixture.server.requests).hasSize(3);
  }

  @Test
  void aPauseThatIsTooLongEndsTheRun() {
    Fixture fixture = new Fixture(Answer.status(503, "Retry-After", "3600"));

    assertThatThrownBy(() -> fixture.fetch(Fixture.METADATA))
        .asInstanceOf(type(ServerAsksToWaitException.class))
        .satisfies(
            asked -> assertThat(asked.resumeAt()).isEqualTo(FakeWaits.START.plusSeconds(3600)))
        .satisfies(asked -> assertThat(asked).hasMessageContaining("2026-03-01T13:00:00Z"));
    assertThat(fixture.server.requests).hasSize(1);
  }

  @Test
  void afterACancelNothingIsTriedAgain() throws InterruptedException {
    Fixture fixture = new Fixture(Answer.OK);
    fixture.cancel();

    assertThat(fixture.fetch(Fixture.METADATA).failedBy(Problem.Kind.CANCELLED)).isTrue();
    assertThat(fixture.server.requests).isEmpty();
  }

  private static RetryingTransport retrying(
      FakeTransport server, int retries, DoubleSupplier jitter) {
    return retrying(server, new FakeWaits(), retries, jitter);
  }

  private static RetryingTransport retrying(
      FakeTransport server, FakeWaits waits, int retries, DoubleSupplier jitter) {
    HostPace pace = new HostPace(new SteadyLimit(1), Politeness.NONE, waits, EventListener.NONE);
    Outage none = new Outage(Duration.ZERO, server, waits, EventListener.NONE);
    return new RetryingTransport(server, retries, FIVE_MINUTES, pace, none, jitter);
  }

  private static Request request() {
    return new Request(URI.create("https://pacs.example/studies"), Headers.NONE);
  }

  private static Answer answer(int status, @Nullable String retryAfter) {
    return retryAfter == null
        ? Answer.status(status)
        : Answer.status(status, "Retry-After", retryAfter);
  }

  private static List<Duration> millis(@Nullable String waits) {
    return waits == null
        ? List.of()
        : Arrays.stream(waits.split(" ")).map(Long::valueOf).map(Duration::ofMillis).toList();
  }
}
