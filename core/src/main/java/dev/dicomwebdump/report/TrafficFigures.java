package dev.dicomwebdump.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all exchanges come to. Immutable.
 *
 * @param requests how many exchanges there were, earlier ones of the same resource included
 * @param bytes the content that came, before content decoding
 * @param failures how many of them had a problem
 * @param retries requests sent again after a failure
 * @param redirects redirects followed
 * @param acceptSteps requests sent again with another Accept
 * @param started when the first began; null when there was none
 * @param ended when the last ended; null when there was none
 * @param busy for how long there was a request in flight, to the width of the timeline's buckets;
 *     pauses between runs are not in it
 */
public record TrafficFigures(
    long requests,
    long bytes,
    long failures,
    long retries,
    long redirects,
    long acceptSteps,
    @Nullable Instant started,
    @Nullable Instant ended,
    Duration busy) {

  /** Requests in each second that was busy; 0 when none was. */
  public double requestsPerSecond() {
    return perSecond(requests);
  }

  /** Bytes in each second that was busy; 0 when none was. */
  public double bytesPerSecond() {
    return perSecond(bytes);
  }

  private double perSecond(long number) {
    return busy.isZero() ? 0 : number * 1e9 / busy.toNanos();
  }
}
