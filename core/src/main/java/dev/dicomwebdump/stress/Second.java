package dev.dicomwebdump.stress;

import java.time.Duration;

/**
 * What a second of a run came to, or its last part of one. Immutable.
 *
 * @param at when it began, from the beginning of what is measured
 * @param took how long it was
 * @param requests how many measured requests came to an end
 * @param failed how many of them failed
 * @param bytes of their bodies
 * @param inFlight how many requests were in flight at its end
 * @param p50 half of them took no longer
 * @param p99 99 of 100 took no longer
 */
public record Second(
    Duration at,
    Duration took,
    long requests,
    long failed,
    long bytes,
    int inFlight,
    Duration p50,
    Duration p99) {

  /** Nothing was measured yet. */
  static final Second NONE =
      new Second(Duration.ZERO, Duration.ZERO, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

  /** How many came to an end in a second. */
  public double rate() {
    return took.isZero() ? 0 : requests * 1e9 / took.toNanos();
  }
}
