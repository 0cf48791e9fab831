package dev.dicomwebdump.fetch;

import java.time.Duration;

/**
 * Waits that double.
 *
 * @param first the first
 * @param longest the longest
 */
record BackOff(Duration first, Duration longest) {

  /** The wait after so many others; never longer than the longest. */
  Duration after(int others) {
    // 20 doublings pass any limit, and do not overflow.
    Duration doubled = first.multipliedBy(1L << Math.min(others, 20));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
