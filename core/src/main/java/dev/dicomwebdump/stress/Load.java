package dev.dicomwebdump.stress;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much a server is asked. Immutable.
 *
 * @param concurrency the most requests in flight, 1 or more
 * @param rate when requests begin, whatever becomes of those before (open loop); null for one as
 *     soon as another has ended (closed loop)
 * @param poisson whether requests of an open loop come by chance, and not evenly
 * @param warmup how long requests are made that are not measured
 * @param duration how long those that are begin
 * @param maxRequests the most requests, those of the warm-up too, 1 or more
 */
public record Load(
    int concurrency,
    @Nullable Rate rate,
    boolean poisson,
    Duration warmup,
    Duration duration,
    long maxRequests) {

  private static final int MOST_IN_FLIGHT = 10_000;

  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public Load {
    if (concurrency < 1 || concurrency > MOST_IN_FLIGHT) {
      throw new IllegalArgumentException(
          "requests in flight are 1 to " + MOST_IN_FLIGHT + ": " + concurrency);
    }
    if (warmup.isNegative() || duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a run needs time: " + warmup + ", " + duration);
    }
    if (maxRequests < 1) {
      throw new IllegalArgumentException("a run makes requests: " + maxRequests);
    }
  }

  /** Whether requests begin when they are due, and not when others have ended. */
  public boolean isOpen() {
    return rate != null;
  }
}
