package dev.dicomwebdump.report;

import org.HdrHistogram.Histogram;

/** How often which number occurred, in bounded memory. For one thread. */
final class Distribution {

  private static final int SIGNIFICANT_DIGITS = 3;

  private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
  private long total;
  private long max;

  /**
   * Counts a number.
   *
   * @param value 0 or more
   */
  void add(long value) {
    histogram.recordValue(value);
    total += value;
    max = Math.max(max, value);
  }

  long count() {
    return histogram.getTotalCount();
  }

  long total() {
    return total;
  }

  /** The largest; 0 when there is none. */
  long max() {
    return max;
  }

  /** What so many of a hundred do not exceed, to a thousandth; 0 when there is none. */
  long at(double percentile) {
    return Math.min(max, histogram.getValueAtPercentile(percentile));
  }
}
