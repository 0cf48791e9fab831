package dev.dicomwebdump.stress;

import org.jspecify.annotations.Nullable;

/** When each request of a run begins. Safe for use by many threads. */
interface Turns {

  /**
   * Waits until a request is due.
   *
   * @return null when no more begin
   * @throws InterruptedException when the thread was interrupted
   */
  @Nullable Turn next() throws InterruptedException;

  /** How many requests were due in the run and never begun; to be asked once, at its end. */
  long neverBegun();

  /** Whether as many have begun as may. */
  boolean isSpent();
}
