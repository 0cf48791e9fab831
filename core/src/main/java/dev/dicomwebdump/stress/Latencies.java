package dev.dicomwebdump.stress;

import java.time.Duration;
import java.util.Collection;
import org.HdrHistogram.Histogram;

/** How long requests took: each value to three digits, from a microsecond to an hour. Immutable. */
public final class Latencies {

  private static final long LEAST = Duration.ofNanos(1000).toNanos();
  private static final long MOST = Duration.ofHours(1).toNanos();
  private static final int DIGITS = 3;

  private final Histogram histogram;

  /**
   * @param histogram nobody else's
   */
  private Latencies(Histogram histogram) {
    this.histogram = histogram;
  }

  /** An empty histogram for durations in nanoseconds. */
  static Histogram histogram() {
    return new Histogram(LEAST, MOST, DIGITS);
  }

  /** Adds a duration to such a histogram; one of over an hour counts as an hour. */
  static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.min(Math.max(nanos, 0), MOST));
  }

  /** What a histogram holds now. */
  static Latencies of(Histogram histogram) {
    return new Latencies(histogram.copy());
  }

  /** What all of them hold together. */
  static Latencies of(Collection<Latencies> all) {
    Histogram whole = histogram();
    all.forEach(one -> whole.add(one.histogram));
    return new Latencies(whole);
  }

  /** How many were measured. */
  public long count() {
    return histogram.getTotalCount();
  }

  /**
   * So many percent took no longer; zero where none was measured.
   *
   * @param percent from 0 to 100
   */
  public Duration percentile(double percent) {
    return Duration.ofNanos(
        count() == 0
            ? 0
            : Math.min(histogram.getValueAtPercentile(percent), histogram.getMaxValue()));
  }

  /** The longest; zero where none was measured. */
  public Duration max() {
    return Duration.ofNanos(histogram.getMaxValue());
  }

  /** The mean; zero where none was measured. */
  public Duration mean() {
    return Duration.ofNanos(count() == 0 ? 0 : Math.round(histogram.getMean()));
  }
}
