package dev.dicomwebdump.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time, and waiting for it to pass; another one in tests, which then do not wait. */
interface Waits {

  /** The time of the system. */
  Waits SYSTEM =
      new Waits() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public boolean sleep(Duration duration, CountDownLatch end) throws InterruptedException {
          return end.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        }
      };

  /** What time it is. */
  Instant now();

  /**
   * Waits until the duration has passed or the latch is open, and says whether it is open.
   *
   * @throws InterruptedException when the thread was interrupted
   */
  boolean sleep(Duration duration, CountDownLatch end) throws InterruptedException;
}
