package dev.dicomwebdump.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A time in which it is not clear whether the server is there; an outage from the first probe that
 * fails. Safe for use by many threads.
 */
final class Doubt {

  private final Instant since;
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile @Nullable Instant outage;

  /**
   * @param since the last sign of life before it
   */
  Doubt(Instant since) {
    this.since = since;
  }

  /** The last sign of life before it. */
  Instant since() {
    return since;
  }

  /** A probe failed; returns how long after the first that did. */
  Duration failed(Instant now) {
    Instant first = outage == null ? now : outage;
    outage = first;
    return Duration.between(first, now);
  }

  /** Whether a probe has failed. */
  boolean isOutage() {
    return outage != null;
  }

  boolean isOpen() {
    return end.getCount() > 0;
  }

  void settle() {
    end.countDown();
  }

  /** Opens when it is settled. */
  CountDownLatch end() {
    return end;
  }
}
