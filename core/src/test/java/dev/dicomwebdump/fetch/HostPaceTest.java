package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.Event.HostPaused;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.fetch.HostPace.Turn;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostPaceTest {

  private static final Request REQUEST =
      new Request(URI.create("https://pacs.example/studies"), Headers.NONE);

  private final FakeWaits waits = new FakeWaits();
  private final List<Event> events = new ArrayList<>();
  private final ExecutorService workers = Executors.newCachedThreadPool();

  @AfterEach
  void endWorkers() {
    workers.shutdownNow();
  }

  @Test
  void aPauseIsSharedByAllWorkers() throws Exception {
    ManualWaits manual = new ManualWaits(FakeWaits.START, 3);
    FakeTransport server =
        new FakeTransport(manual, List.of(Answer.status(429, "Retry-After", "10"), Answer.OK));
    PacingTransport pacing =
        new PacingTransport(
            server, new HostPace(new SteadyLimit(8), Politeness.NONE, manual, EventListener.NONE));
    pacing.exchange(REQUEST, new FakeSink());

    List<Future<Exchange>> answers = submit(3, () -> pacing.exchange(REQUEST, new FakeSink()));
    manual.allAsleep.await();
    assertThat(server.requests).hasSize(1);

    manual.advance(Duration.ofSeconds(10));
    for (Future<Exchange> answer : answers) {
      assertThat(answer.get().status()).isEqualTo(200);
    }
    assertThat(server.requests).hasSize(4);
  }

  @Test
  void noMoreThanTheLimitAreInFlight() throws Exception {
    CountDownLatch twoInFlight = new CountDownLatch(2);
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    FakeTransport server =
        new FakeTransport(
            Waits.SYSTEM,
            request -> {
              most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
              meet(twoInFlight);
              inFlight.decrementAndGet();
              return Answer.OK;
            });
    PacingTransport pacing =
        new PacingTransport(
            server,
            new HostPace(new SteadyLimit(2), Politeness.NONE, Waits.SYSTEM, EventListener.NONE));

    for (Future<Exchange> answer : submit(20, () -> pacing.exchange(REQUEST, new FakeSink()))) {
      answer.get();
    }

    assertThat(most).hasValue(2);
  }

  @Test
  void aBurstOfRefusalsHalvesOnceAndTellsOnce() throws InterruptedException {
    HostPace pace = new HostPace(new SteadyLimit(8), Politeness.NONE, waits, events::add);
    List<Turn> burst = turns(pace, 8);

    for (Turn turn : burst) {
      pace.end(turn, answered(Answer.status(429)));
    }

    assertThat(events)
        .containsExactly(new HostPaused(Duration.ofSeconds(1), "the server answered 429"));
    assertThat(allowedNow(pace)).isEqualTo(4);
  }

  @Test
  void aLongerPauseIsTold() throws InterruptedException {
    HostPace pace = new HostPace(new SteadyLimit(2), Politeness.NONE, waits, events::add);
    List<Turn> burst = turns(pace, 2);

    pace.end(burst.get(0), answered(Answer.status(429, "Retry-After", "5")));
    pace.end(burst.get(1), answered(Answer.status(503, "Retry-After", "30")));

    assertThat(events)
        .containsExactly(
            new HostPaused(Duration.ofSeconds(5), "the server answered 429"),
            new HostPaused(Duration.ofSeconds(30), "the server answered 503"));
    assertThat(pace.pauseLeft()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aShorterPauseDoesNotShortenALongerOne() throws InterruptedException {
    HostPace pace = new HostPace(new SteadyLimit(2), Politeness.NONE, waits, events::add);
    List<Turn> burst = turns(pace, 2);

    pace.end(burst.get(0), answered(Answer.status(429, "Retry-After", "30")));
    pace.end(burst.get(1), answered(Answer.status(429, "Retry-After", "5")));

    assertThat(pace.pauseLeft()).isEqualTo(Duration.ofSeconds(30));
    assertThat(events).hasSize(1);
  }

  @Test
  void theLimitRecoversByAnswers() throws InterruptedException {
    HostPace pace = new HostPace(new SteadyLimit(4), Politeness.NONE, waits, events::add);
    pace.end(pace.begin(), answered(Answer.status(429)));

    pace.end(pace.begin(), answered(Answer.OK));
    pace.end(pace.begin(), answered(Answer.status(404)));

    assertThat(allowedNow(pace)).isEqualTo(3);
  }

  @Test
  void failuresAndAnswersToEarlierRequestsDoNotRecoverIt() throws InterruptedException {
    HostPace pace = new HostPace(new SteadyLimit(4), Politeness.NONE, waits, events::add);
    List<Turn> early = turns(pace, 3);
    pace.end(early.get(0), answered(Answer.status(429)));
    pace.end(early.get(1), answered(Answer.OK));
    pace.end(early.get(2), answered(Answer.OK));

    pace.end(pace.begin(), answered(Answer.status(502)));
    pace.end(pace.begin(), answered(Answer.status(502)));

    assertThat(allowedNow(pace)).isEqualTo(2);
  }

  @Test
  void anAnswerMakesTheNextPauseShortAgain() throws InterruptedException {
    HostPace pace = new HostPace(new SteadyLimit(1), Politeness.NONE, waits, events::add);
    for (Answer answer :
        List.of(Answer.status(429), Answer.status(429), Answer.OK, Answer.status(429))) {
      pace.end(pace.begin(), answered(answer));
    }

    assertThat(events)
        .extracting(event -> ((HostPaused) event).pause().toSeconds())
        .containsExactly(1L, 2L, 1L);
  }

  @Test
  void aRequestThatBreaksOffGivesItsTurnBack() throws InterruptedException {
    HostPace pace = new HostPace(new SteadyLimit(1), Politeness.NONE, waits, events::add);
    FakeTransport broken =
        new FakeTransport(
            waits,
            request -> {
              throw new IllegalStateException("broken");
            });

    assertThatThrownBy(() -> new PacingTransport(broken, pace).exchange(REQUEST, new FakeSink()))
        .hasMessage("broken");

    assertThat(allowedNow(pace)).isEqualTo(1);
  }

  @Test
  void aCancelEndsAllWaiting() throws Exception {
    HostPace pace =
        new HostPace(new SteadyLimit(1), Politeness.NONE, Waits.SYSTEM, EventListener.NONE);
    FakeTransport server =
        new FakeTransport(Waits.SYSTEM, List.of(Answer.status(429, "Retry-After", "3600")));
    PacingTransport pacing = new PacingTransport(server, pace);
    pacing.exchange(REQUEST, new FakeSink());
    List<Future<Exchange>> paused = submit(2, () -> pacing.exchange(REQUEST, new FakeSink()));
    Future<?> resting =
        workers.submit(
            () -> {
              pace.rest(Duration.ofHours(1));
              return null;
            });

    pacing.cancel();

    for (Future<Exchange> answer : paused) {
      assertThat(answer.get().failedBy(Problem.Kind.CANCELLED)).isTrue();
    }
    assertThat(resting.get()).isNull();
  }

  @Test
  void aWaitForATurnEndsWithACancel() throws Exception {
    HostPace pace =
        new HostPace(new SteadyLimit(1), Politeness.NONE, Waits.SYSTEM, EventListener.NONE);
    pace.begin();
    Future<Turn> waiting = workers.submit(pace::begin);

    pace.cancel();

    assertThat(waiting.get()).isNotNull();
  }

  @Test
  void aWaitCanBeInterrupted() throws InterruptedException {
    HostPace pace =
        new HostPace(new SteadyLimit(1), Politeness.NONE, Waits.SYSTEM, EventListener.NONE);
    pace.end(pace.begin(), answered(Answer.status(429, "Retry-After", "3600")));

    Thread.currentThread().interrupt();

    assertThatThrownBy(pace::begin).isInstanceOf(InterruptedException.class);
  }

  private Exchange answered(Answer answer) {
    return answer.to(REQUEST, new FakeSink(), waits.now());
  }

  private static List<Turn> turns(HostPace pace, int count) throws InterruptedException {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      turns.add(pace.begin());
    }
    return turns;
  }

  private <T> List<Future<T>> submit(int count, Callable<T> task) {
    List<Future<T>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(workers.submit(task));
    }
    return all;
  }

  /** How many requests may go out now; a thread that is interrupted cannot wait for more. */
  private static int allowedNow(HostPace pace) {
    int allowed = 0;
    try {
      while (true) {
        Thread.currentThread().interrupt();
        pace.begin();
        allowed++;
      }
    } catch (InterruptedException full) {
      return allowed;
    }
  }

  private static void meet(CountDownLatch latch) {
    latch.countDown();
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
