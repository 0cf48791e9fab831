package dev.dicomwebdump.fetch;

import dev.dicomwebdump.event.Event.HostPaused;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.ResponseHead;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * How fast one host may be asked, for all workers together: all their waiting is done here. Safe
 * for use by many threads.
 */
final class HostPace {

  private static final BackOff UNTOLD = new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(60));

  /**
   * Leave to make one request.
   *
   * @param number how many were given before
   * @param pauses how many times the host had asked for less before: an answer to a request that
   *     was under way by then says nothing new
   * @param allowed how many might be in flight
   * @param inFlight how many were, this one included
   * @param begun when it was given
   */
  record Turn(long number, int pauses, int allowed, int inFlight, Instant begun) {

    /** Whether about as many were in flight as might be, so that its answer tells of the limit. */
    boolean isFull() {
      return 4 * inFlight >= 3 * allowed;
    }
  }

  private final Waits waits;
  private final EventListener listener;
  private final InFlightLimit limit;
  private final Spacing spacing;
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private int inFlight;
  private long turns;
  private int pauses;
  private int pausesInARow;
  private Instant pausedUntil = Instant.EPOCH;

  /**
   * @param limit how many may be in flight
   * @param politeness what more is due to the host
   */
  HostPace(InFlightLimit limit, Politeness politeness, Waits waits, EventListener listener) {
    this.limit = limit;
    this.spacing = new Spacing(politeness);
    this.waits = waits;
    this.listener = listener;
  }

  /** Waits until a request may go out. Each turn must come to its {@link #end}. */
  Turn begin() throws InterruptedException {
    Turn turn = turnOrNull();
    while (turn == null) {
      waits.sleep(waitLeft(), cancelled);
      turn = turnOrNull();
    }
    return turn;
  }

  /**
   * The request is over.
   *
   * @param answer what came of it; null when it was broken off
   */
  void end(Turn turn, @Nullable Exchange answer) {
    HostPaused pause = learn(turn, answer);
    if (pause != null) {
      listener.on(pause);
    }
  }

  /** Waits until a request that has its turn may be made once more in it. */
  void again() throws InterruptedException {
    answered(waits.now());
    while (!mayGoOut()) {
      waits.sleep(waitLeft(), cancelled);
    }
  }

  /** How many requests may be in flight now. */
  synchronized int allowed() {
    return limit.allowed();
  }

  /** How many requests are in flight now. */
  synchronized int inFlight() {
    return inFlight;
  }

  /** How long no request may go out yet; zero when the host is not paused. */
  synchronized Duration pauseLeft() {
    return pauseLeft(waits.now());
  }

  private Duration pauseLeft(Instant now) {
    return isCancelled() || !pausedUntil.isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, pausedUntil);
  }

  /** When the present or the last pause ends. */
  synchronized Instant pausedUntil() {
    return pausedUntil;
  }

  /** Waits before one request is made again; other requests go on. */
  void rest(Duration duration) throws InterruptedException {
    waits.sleep(duration, cancelled);
  }

  /** Ends all waiting, now and later. */
  synchronized void cancel() {
    cancelled.countDown();
    notifyAll();
  }

  /** Until the pause is over and the next request is due. */
  private synchronized Duration waitLeft() {
    return waitLeft(waits.now());
  }

  private Duration waitLeft(Instant now) {
    Duration pause = pauseLeft(now);
    Duration gap = isCancelled() ? Duration.ZERO : spacing.left(now);
    return pause.compareTo(gap) > 0 ? pause : gap;
  }

  private synchronized void answered(Instant begun) {
    spacing.ended(begun, waits.now());
  }

  /** By a time that is read here: one read before others went out would seem to run backwards. */
  private synchronized boolean mayGoOut() {
    return mayGoOut(waits.now());
  }

  private boolean mayGoOut(Instant now) {
    if (!waitLeft(now).isZero()) {
      return false;
    }
    spacing.begun(now);
    return true;
  }

  /** A turn, as soon as few enough requests are in flight; null when it is too early. */
  private synchronized @Nullable Turn turnOrNull() throws InterruptedException {
    while (inFlight >= limit.allowed() && !isCancelled()) {
      wait();
    }
    Instant now = waits.now();
    if (!mayGoOut(now)) {
      return null;
    }
    inFlight++;
    turns++;
    return new Turn(turns - 1, pauses, limit.allowed(), inFlight, now);
  }

  private synchronized @Nullable HostPaused learn(Turn turn, @Nullable Exchange answer) {
    inFlight--;
    answered(turn.begun);
    notifyAll();
    ResponseHead head = answer == null ? null : answer.response();
    if (answer == null || head == null) {
      return null;
    }
    if (Remedy.of(answer) == Remedy.PAUSE) {
      return pause(turn, head);
    }
    if (turn.pauses == pauses) {
      pausesInARow = head.status() < 500 ? 0 : pausesInARow;
      limit.learn(turn, answer);
    }
    return null;
  }

  private @Nullable HostPaused pause(Turn turn, ResponseHead head) {
    if (turn.pauses == pauses) {
      pauses++;
      pausesInARow++;
      limit.halve();
    }
    Instant now = waits.now();
    Duration asked = RetryAfter.read(head.headers(), now);
    // A wait of nothing would let the same request go round at full speed.
    Duration wait =
        asked == null || asked.isZero() ? UNTOLD.after(Math.max(0, pausesInARow - 1)) : asked;
    return pauseUntil(now, wait, head);
  }

  /** Makes the pause as long as that; returns what the listener should hear, if it is news. */
  private @Nullable HostPaused pauseUntil(Instant now, Duration wait, ResponseHead head) {
    Instant until = now.plus(wait);
    boolean paused = pausedUntil.isAfter(now);
    boolean news = !paused || until.isAfter(pausedUntil.plusSeconds(1));
    pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
    return news ? new HostPaused(wait, "the server answered " + head.status()) : null;
  }

  private boolean isCancelled() {
    return cancelled.getCount() == 0;
  }
}
