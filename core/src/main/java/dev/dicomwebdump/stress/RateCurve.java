package dev.dicomwebdump.stress;

import java.time.Duration;

/**
 * When the n-th request is due: at the first rate while the run warms up, then at one that changes
 * evenly until the end. Immutable.
 */
final class RateCurve {

  private static final double NANOS = 1e9;

  private final Rate rate;
  private final double warmup;
  private final double slope;

  /**
   * @param duration how long the rate takes to change; longer than nothing
   */
  RateCurve(Rate rate, Duration warmup, Duration duration) {
    this.rate = rate;
    this.warmup = warmup.toNanos() / NANOS;
    this.slope = (rate.to() - rate.from()) / (duration.toNanos() / NANOS);
  }

  /**
   * When so many requests have become due.
   *
   * @param requests need not be whole
   * @return nanoseconds from the beginning; {@link Long#MAX_VALUE} for never
   */
  long timeOf(double requests) {
    double whileWarming = warmup * rate.from();
    if (requests <= whileWarming) {
      return nanos(requests / rate.from());
    }
    double after = requests - whileWarming;
    // Of a·t + s·t²/2 = n, the solution that stands where s is 0 too.
    double root = rate.from() * rate.from() + 2 * slope * after;
    return root < 0 ? Long.MAX_VALUE : nanos(warmup + 2 * after / (rate.from() + Math.sqrt(root)));
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * NANOS);
  }
}
