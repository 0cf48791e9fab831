package dev.dicomwebdump.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
  public record Bucket(Instant start, long requests, long failures, long bytes, double inFlight) {}
}
