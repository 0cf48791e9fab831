package dev.dicomwebdump.stress;

import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.fetch.SingleFetcher;
import dev.dicomwebdump.proof.MemoryBudget;
import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** One run over requests that are known: the only place where threads that ask are started. */
final class LoadRun {

  /** So that all threads stand when the first request is due. */
  private static final Duration START = Duration.ofMillis(50);

  /** What all responses may hold together of the memory that Java may take: one in so many. */
  private static final int SHARE_HELD = 4;

  private static final long TICK = Duration.ofSeconds(1).toNanos();

  /** So long are requests waited for that are in flight when no more begin. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final StressSettings settings;
  private final SingleFetcher fetcher;
  private final StressClock clock = StressClock.SYSTEM;
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch workersLeft;
  private final ProcessMeter meter = new ProcessMeter();
  private final Window window;
  private final Tally tally;
  private final Seconds seconds;
  private final Turns turns;
  private final Worker worker;
  private volatile boolean windingDown;

  /**
   * @param fetcher makes the requests; cancelled when they do not come to their end
   * @param listener hears of each measured request that is over
   */
  LoadRun(StressSettings settings, AskSource asks, SingleFetcher fetcher, EventListener listener) {
    Load load = settings.load();
    this.settings = settings;
    this.fetcher = fetcher;
    this.workersLeft = new CountDownLatch(load.concurrency());
    this.window = Window.of(load, clock.nanos() + START.toNanos());
    this.tally = new Tally(window);
    this.seconds = new Seconds(tally, window.measured());
    this.turns = turns(load, load.rate());
    ByteSize maxBody = settings.transport().maxBody();
    ByteSize held = new ByteSize(Runtime.getRuntime().maxMemory() / SHARE_HELD);
    MemoryBudget budget = new MemoryBudget(held);
    this.worker = new Worker(fetcher, asks, turns, tally, listener, maxBody, budget, clock);
  }

  private Turns turns(Load load, @Nullable Rate rate) {
    if (rate == null) {
      return new ClosedTurns(window, load.maxRequests(), clock, end);
    }
    RateCurve curve = new RateCurve(rate, load.warmup(), load.duration());
    Arrivals arrivals = new Arrivals(curve, load.poisson(), settings.seed());
    return new OpenTurns(window, arrivals, load.maxRequests(), clock, end);
  }

  /**
   * Runs to the end.
   *
   * @param list what the requests are taken from
   * @param log takes what each second came to; null for none
   * @throws InterruptedException when the thread was interrupted; nothing more is asked for then
   */
  StressResult run(AskList list, @Nullable HdrLog log) throws InterruptedException {
    List<FutureTask<Void>> workers = start();
    try {
      Instant started = watch(log);
      for (FutureTask<Void> worker : workers) {
        requireSound(worker);
      }
      return result(list, started);
    } finally {
      end.countDown();
      if (workersLeft.getCount() > 0) {
        fetcher.cancel();
      }
    }
  }

  /** No more requests begin. May be called by any thread. */
  void windDown() {
    windingDown = true;
    end.countDown();
  }

  private List<FutureTask<Void>> start() {
    List<FutureTask<Void>> workers = new ArrayList<>();
    for (int i = 1; i <= settings.load().concurrency(); i++) {
      FutureTask<Void> task = new FutureTask<>(this::work);
      workers.add(task);
      Thread thread = new Thread(task, "stress-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    return workers;
  }

  private @Nullable Void work() throws InterruptedException {
    try {
      worker.work();
      return null;
    } catch (RuntimeException | Error e) {
      end.countDown(); // The others need not go on: the run has failed.
      throw e;
    } finally {
      workersLeft.countDown();
    }
  }

  /** Ends one second after the other until all workers have ended; returns when it began. */
  private Instant watch(@Nullable HdrLog log) throws InterruptedException {
    boolean over = waitUntil(window.measured());
    Instant started = Instant.now();
    meter.begin();
    if (log != null) {
      log.begin(started);
    }
    for (long next = window.measured() + TICK; !over; next += TICK) {
      long last = next - TICK;
      over = waitUntil(next);
      meter.sample();
      endSecond(started, last, log);
      if (clock.nanos() - window.end() > PATIENCE.toNanos()) {
        fetcher.cancel();
      }
    }
    return started;
  }

  private boolean waitUntil(long time) throws InterruptedException {
    return workersLeft.await(time - clock.nanos(), TimeUnit.NANOSECONDS);
  }

  private void endSecond(Instant started, long from, @Nullable HdrLog log) {
    long now = clock.nanos();
    Map<ResourceKind, Histogram> interval = seconds.end(now);
    if (log != null) {
      log.add(
          started.plusNanos(from - window.measured()),
          started.plusNanos(now - window.measured()),
          interval);
    }
  }

  private static void requireSound(FutureTask<Void> worker) throws InterruptedException {
    try {
      worker.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
    }
  }

  private StressResult result(AskList list, Instant started) {
    Map<ResourceKind, KindFigures> kinds = tally.figures();
    RunEnding ending = ending();
    long until =
        ending == RunEnding.DURATION ? Math.max(tally.lastEnd(), window.end()) : tally.lastEnd();
    GeneratorLoad generator = generator();
    return new StressResult(
        settings,
        started,
        Duration.ofNanos(until - window.measured()),
        ending,
        list.asks().size(),
        list.allFound(),
        list.unread(),
        tally.warmup(),
        tally.unfinished(),
        kinds,
        KindFigures.of(kinds.values()),
        tally.lateness(turns.neverBegun()),
        seconds.all(),
        generator,
        GeneratorLimits.reasons(generator));
  }

  private RunEnding ending() {
    if (windingDown) {
      return RunEnding.INTERRUPTED;
    }
    return turns.isSpent() ? RunEnding.REQUESTS : RunEnding.DURATION;
  }

  private GeneratorLoad generator() {
    boolean open = settings.load().isOpen();
    return new GeneratorLoad(
        meter.cores(),
        meter.ownShare(),
        meter.machineShare(),
        meter.collectingShare(),
        open ? 0 : tally.ownWork(),
        tally.busy() == 0 ? Double.NaN : meter.ownNanos() / tally.busy(),
        open ? tally.lateness(0).overslept().percentile(99) : Duration.ZERO);
  }

  /** How far it is. May be called by any thread. */
  StressProgress progress() {
    Load load = settings.load();
    long now = clock.nanos();
    Tally.Counts counts = tally.counts();
    return new StressProgress(
        false,
        Duration.ofNanos(Math.max(0, now - window.begin())),
        load.warmup().plus(load.duration()),
        !window.measures(now),
        counts.requests(),
        counts.failed(),
        counts.bytes(),
        counts.inFlight(),
        seconds.last());
  }
}
