package dev.dicomwebdump.fetch;

import java.time.Duration;

/**
 * How a server is spared, beyond a limit to the requests in flight. Immutable.
 *
 * @param adaptive whether the limit is found out while the run goes on, up to the one that is given
 * @param interval the least time from one request's beginning to the next one's, whichever worker
 *     makes them; zero for none
 * @param rests whether the server is left alone after each response for as long as that took, 100
 *     ms at least, 5 s at most
 */
public record Politeness(boolean adaptive, Duration interval, boolean rests) {

  /** Nothing of it. */
  public static final Politeness NONE = new Politeness(false, Duration.ZERO, false);

  /**
   * @throws IllegalArgumentException when the interval is negative
   */
  public Politeness {
    if (interval.isNegative()) {
      throw new IllegalArgumentException("the time between requests must not be negative");
    }
  }
}
