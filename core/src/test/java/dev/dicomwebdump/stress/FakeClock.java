package dev.dicomwebdump.stress;

import java.util.concurrent.CountDownLatch;

/** A clock that stands still until it is told to go on, or somebody waits. For one thread. */
final class FakeClock implements StressClock {

  private long now;

  /** Begins at a time that is no round number, and not zero. */
  FakeClock() {
    this.now = -987_654_321L;
  }

  void pass(long nanos) {
    now += nanos;
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public boolean sleepUntil(long time, CountDownLatch end) {
    now = Math.max(now, time);
    return end.getCount() == 0;
  }
}
