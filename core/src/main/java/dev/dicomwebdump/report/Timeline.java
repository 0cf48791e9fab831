package dev.dicomwebdump.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened when. Time is divided into buckets of one width; a bucket in which nothing was in
 * flight is left out, so that a pause between two runs costs nothing. Immutable.
 *
 * @param width of each bucket: 10 ms, or that doubled as often as it takes
 * @param buckets by time, at most {@value #MOST_BUCKETS}
 */
public record Timeline(Duration width, List<Bucket> buckets) {

  /** The most buckets. */
  public static final int MOST_BUCKETS = 600;

  public Timeline {
    buckets = List.copyOf(buckets);
  }

  /** The same with wider buckets, so that they are few. */
  public Timeline coarser(int most) {
    return buckets.size() <= most ? this : joined().coarser(most);
  }

  /** The same with each two buckets as one. */
  private Timeline joined() {
    long twice = 2 * micros(width);
    Map<Long, Bucket> joined = new TreeMap<>();
    for (Bucket bucket : buckets) {
      long start = Math.floorDiv(ChronoUnit.MICROS.between(Instant.EPOCH, bucket.start), twice);
      joined.merge(start * twice, bucket.halfOf(start * twice), Bucket::plus);
    }
    return new Timeline(width.multipliedBy(2), List.copyOf(joined.values()));
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }

  /**
   * A stretch of time.
   *
   * @param start when it begins; a multiple of the width since 1970
   * @param requests how many exchanges ended in it
   * @param failures how many of these had a problem
   * @param bytes the content that came in it; what an exchange received is spread evenly over the
   *     time in which it received
   * @param inFlight how many requests were in flight, as a mean over the bucket
   */
  public record Bucket(Instant start, long requests, long failures, long bytes, double inFlight) {

    private Bucket halfOf(long micros) {
      Instant begin = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
      return new Bucket(begin, requests, failures, bytes, inFlight / 2);
    }

    private Bucket plus(Bucket other) {
      return new Bucket(
          start,
          requests + other.requests,
          failures + other.failures,
          bytes + other.bytes,
          inFlight + other.inFlight);
    }
  }
}
