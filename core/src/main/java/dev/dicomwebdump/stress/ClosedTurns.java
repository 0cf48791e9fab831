package dev.dicomwebdump.stress;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Closed loop: a worker's next request begins as soon as its last one has ended. */
final class ClosedTurns implements Turns {

  private final Window window;
  private final long most;
  private final StressClock clock;
  private final CountDownLatch end;
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param most how many requests there may be
   * @param end open when no more are to begin
   */
  ClosedTurns(Window window, long most, StressClock clock, CountDownLatch end) {
    this.window = window;
    this.most = most;
    this.clock = clock;
    this.end = end;
  }

  @Override
  public @Nullable Turn next() throws InterruptedException {
    if (clock.nanos() - window.begin() < 0) {
      clock.sleepUntil(window.begin(), end);
    }
    long now = clock.nanos();
    boolean over = end.getCount() == 0 || window.isOver(now);
    return over || taken.getAndIncrement() >= most ? null : new Turn(now, 0, 0);
  }

  @Override
  public long neverBegun() {
    return 0;
  }

  @Override
  public boolean isSpent() {
    return taken.get() > most;
  }
}
