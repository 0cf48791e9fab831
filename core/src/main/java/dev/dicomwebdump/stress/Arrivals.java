package dev.dicomwebdump.stress;

import java.util.Random;

/** The times at which requests are due, one after another. Used by one thread at a time. */
final class Arrivals {

  private final RateCurve curve;
  private final boolean poisson;
  private final Random random;
  private double due;

  /**
   * @param poisson whether requests come by chance, independent of each other (a Poisson process),
   *     and not evenly
   * @param seed from which the chance comes
   */
  Arrivals(RateCurve curve, boolean poisson, long seed) {
    this.curve = curve;
    this.poisson = poisson;
    this.random = new Random(seed);
    this.due = poisson ? gap() : 0;
  }

  /** When the next request is due, in nanoseconds from the beginning. */
  long next() {
    long time = curve.timeOf(due);
    due += poisson ? gap() : 1;
    return time;
  }

  /** Between requests that come by chance, where one comes in a unit of time on average. */
  private double gap() {
    return -Math.log(1 - random.nextDouble());
  }
}
