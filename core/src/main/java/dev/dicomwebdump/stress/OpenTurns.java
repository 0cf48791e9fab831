package dev.dicomwebdump.stress;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Open loop: a request is due at its time, whatever becomes of those before it. A worker takes the
 * next time before it comes and waits for it; where all are busy, the time passes, and the request
 * begins late and is measured from when it was due. So a server that stalls does not hide from the
 * figures the requests that would have come meanwhile.
 */
final class OpenTurns implements Turns {

  private final Window window;
  private final Arrivals arrivals;
  private final long most;
  private final StressClock clock;
  private final CountDownLatch end;
  private long taken;
  private boolean over;
  private long neverBegun;

  /**
   * @param most how many requests there may be
   * @param end open when no more are to begin
   */
  OpenTurns(Window window, Arrivals arrivals, long most, StressClock clock, CountDownLatch end) {
    this.window = window;
    this.arrivals = arrivals;
    this.most = most;
    this.clock = clock;
    this.end = end;
  }

  @Override
  public @Nullable Turn next() throws InterruptedException {
    Long due = take();
    if (due == null || end.getCount() == 0) {
      return null;
    }
    long now = clock.nanos();
    if (window.isOver(now)) {
      missed();
      return null;
    }
    if (now - due >= 0) {
      return new Turn(due, now - due, 0);
    }
    boolean ended = clock.sleepUntil(due, end);
    return ended ? null : new Turn(due, 0, Math.max(0, clock.nanos() - due));
  }

  private synchronized @Nullable Long take() {
    if (over || taken >= most) {
      return null;
    }
    long offset = arrivals.next();
    over = offset >= window.end() - window.begin();
    taken += over ? 0 : 1;
    return over ? null : window.begin() + offset;
  }

  private synchronized void missed() {
    neverBegun++;
  }

  /** {@inheritDoc} Those, too, whose time no worker has taken. */
  @Override
  public synchronized long neverBegun() {
    while (window.isOver(clock.nanos()) && end.getCount() > 0 && take() != null) {
      neverBegun++;
    }
    return neverBegun;
  }

  @Override
  public synchronized boolean isSpent() {
    return !over && taken >= most;
  }
}
