package dev.dicomwebdump.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.FetchSettings;
import dev.dicomwebdump.fetch.SingleFetcher;
import dev.dicomwebdump.proof.MemoryBudget;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** 100 requests a second for 10 s, by one worker, to a server that takes 1 ms but once. */
class OpenLoopTest {

  private static final Rate RATE = new Rate(100, 100);
  private static final int STALLED = 500;

  private final FakeClock clock = new FakeClock();
  private final CountDownLatch end = new CountDownLatch(1);
  private final Window window =
      Window.of(load(Duration.ZERO, Duration.ofSeconds(10)), clock.nanos());
  private final Tally tally = new Tally(window);

  @Test
  void aStallIsSeenByAllThatWereDueMeanwhile() throws Exception {
    Turns turns = work(open(Long.MAX_VALUE), stallOf(Duration.ofSeconds(2)));
    Latencies whole = frames().whole();

    assertThat(whole.count()).isEqualTo(1000);
    assertThat(millis(whole.percentile(50))).isCloseTo(1, within(0.1));
    // 200 were due while the server stalled; 22 more until it had caught up.
    assertThat(millis(whole.percentile(90))).isCloseTo(1109, within(10.0));
    assertThat(millis(whole.percentile(99))).isCloseTo(1919, within(10.0));
    assertThat(millis(whole.max())).isCloseTo(2000, within(2.0));
    assertThat(tally.lateness(turns.neverBegun()).heldUp()).isCloseTo(222, within(3L));
    assertThat(millis(tally.lateness(0).longestHeldUp())).isCloseTo(1990, within(2.0));
  }

  @Test
  void aClosedLoopHidesTheSameStall() throws Exception {
    work(new ClosedTurns(window, 1000, clock, end), stallOf(Duration.ofSeconds(2)));

    assertThat(millis(frames().whole().percentile(99))).isCloseTo(1, within(0.1));
    assertThat(millis(frames().whole().max())).isCloseTo(2000, within(2.0));
  }

  @Test
  void whatWasDueAndNeverBeganIsCounted() throws Exception {
    Turns turns = work(open(Long.MAX_VALUE), stallOf(Duration.ofSeconds(7)));
    long begun = frames().requests();

    assertThat(begun).isEqualTo(STALLED + 1);
    assertThat(turns.neverBegun()).isEqualTo(1000 - begun);
    assertThat(turns.isSpent()).isFalse();
  }

  @Test
  void noMoreRequestsBeginThanMay() throws Exception {
    Turns turns = work(open(30), stallOf(Duration.ZERO));

    assertThat(frames().requests()).isEqualTo(30);
    assertThat(turns.isSpent()).isTrue();
    assertThat(turns.neverBegun()).isZero();
  }

  @Test
  void noneBeginsWhenTheRunWasEnded() throws Exception {
    end.countDown();
    work(open(30), stallOf(Duration.ZERO));

    assertThat(tally.figures()).isEmpty();
  }

  @Test
  void whatAResponseHeldInMemoryTheNextMayHold() throws Exception {
    Resource metadata = Resource.studyMetadata(new Uid("1"));
    work(open(3), stallOf(Duration.ZERO), metadata, new ByteSize(4));

    KindFigures figures = tally.figures().get(ResourceKind.STUDY_METADATA);
    assertThat(Objects.requireNonNull(figures).problems())
        .isEqualTo(Map.of(Problem.Kind.CONTENT_TYPE, 3L));
  }

  private Turns open(long most) {
    RateCurve curve = new RateCurve(RATE, Duration.ZERO, Duration.ofSeconds(10));
    return new OpenTurns(window, new Arrivals(curve, false, 1), most, clock, end);
  }

  private SlowServer stallOf(Duration stall) {
    return new SlowServer(clock, n -> n == STALLED ? stall : Duration.ofMillis(1));
  }

  private Turns work(Turns turns, SlowServer server) throws InterruptedException {
    Resource frame = Resource.frame(new Uid("1"), new Uid("2"), new Uid("3"), 1);
    return work(turns, server, frame, ByteSize.UNLIMITED);
  }

  private Turns work(Turns turns, SlowServer server, Resource asked, ByteSize held)
      throws InterruptedException {
    SingleFetcher fetcher =
        new SingleFetcher(DicomWebRoot.parse("http://pacs/"), FetchSettings.DEFAULTS, server);
    new Worker(
            fetcher,
            new RoundSource(List.of(Asks.of(asked))),
            turns,
            tally,
            EventListener.NONE,
            ByteSize.UNLIMITED,
            new MemoryBudget(held),
            clock)
        .work();
    return turns;
  }

  private KindFigures frames() {
    return Objects.requireNonNull(tally.figures().get(ResourceKind.FRAME));
  }

  private static Load load(Duration warmup, Duration duration) {
    return new Load(1, RATE, false, warmup, duration, Long.MAX_VALUE);
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
