package dev.dicomwebdump.stress;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time, and waiting for one; another one in tests, which then do not wait. */
interface StressClock {

  /** The clock of the process. */
  StressClock SYSTEM =
      new StressClock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public boolean sleepUntil(long time, CountDownLatch end) throws InterruptedException {
          return end.await(time - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
      };

  /** The time in nanoseconds; only differences mean something. */
  long nanos();

  /**
   * Waits until then, or until the latch is open, and says whether it is open.
   *
   * @throws InterruptedException when the thread was interrupted
   */
  boolean sleepUntil(long time, CountDownLatch end) throws InterruptedException;
}
