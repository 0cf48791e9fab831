package dev.dicomwebdump.fetch;

import java.time.Duration;
import java.time.Instant;

/**
 * When the next request may begin. Time that was not used is not made up for, so that there never
 * is a burst. Not safe for use by several threads.
 */
final class Spacing {

  private static final Duration SHORTEST_REST = Duration.ofMillis(100);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);

  private final Politeness politeness;
  private Instant from = Instant.EPOCH;
  private Duration gap = Duration.ZERO;

  Spacing(Politeness politeness) {
    this.politeness = politeness;
  }

  /** How long none may begin yet; zero when one may. */
  Duration left(Instant now) {
    if (gap.isZero()) {
      return Duration.ZERO;
    }
    Duration left = gap.minus(Duration.between(from, now));
    // A clock that was set back would else make it wait for that much longer.
    return left.isNegative() || left.compareTo(gap) > 0 ? Duration.ZERO : left;
  }

  /** A request begins. */
  void begun(Instant now) {
    keepClear(now, politeness.interval());
  }

  /** A request is over. */
  void ended(Instant begun, Instant now) {
    if (politeness.rests()) {
      Duration took = Duration.between(begun, now);
      Duration atLeast = took.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : took;
      keepClear(now, atLeast.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : atLeast);
    }
  }

  private void keepClear(Instant now, Duration wanted) {
    if (!wanted.isZero() && wanted.compareTo(left(now)) > 0) {
      from = now;
      gap = wanted;
    }
  }
}
