package dev.dicomwebdump.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** A clock that a test moves by hand, while other threads sleep by it. */
final class ManualWaits implements Waits {

  /** Opens when as many threads sleep as the test waits for. */
  final CountDownLatch allAsleep;

  private Instant now;

  ManualWaits(Instant start, int sleepers) {
    this.now = start;
    this.allAsleep = new CountDownLatch(sleepers);
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized boolean sleep(Duration duration, CountDownLatch end)
      throws InterruptedException {
    Instant until = now.plus(duration);
    allAsleep.countDown();
    while (now.isBefore(until)) {
      wait();
    }
    return end.getCount() == 0;
  }

  synchronized void advance(Duration by) {
    now = now.plus(by);
    notifyAll();
  }
}
