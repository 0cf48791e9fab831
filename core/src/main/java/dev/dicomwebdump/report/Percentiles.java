package dev.dicomwebdump.report;

import java.time.Duration;

/**
 * How long something took, many times. Percentiles are exact to a thousandth, all else is exact, to
 * the microsecond. Immutable.
 *
 * @param count how many were measured; all else is zero when none was
 * @param p50 half of them took no longer
 * @param p90 nine of ten took no longer
 * @param p99 99 of 100 took no longer
 * @param p999 999 of 1,000 took no longer
 * @param max the longest
 * @param mean the sum of all, divided by their number
 */
public record Percentiles(
    long count,
    Duration p50,
    Duration p90,
    Duration p99,
    Duration p999,
    Duration max,
    Duration mean) {}
