package dev.dicomwebdump.archive;

import java.time.Duration;

/**
 * How long the requests for one kind of resource took, from the first byte sent to the last one
 * received. Immutable.
 *
 * @param count how many were measured
 * @param p50 half of them took no longer
 * @param p90 nine of ten took no longer
 * @param p99 99 of 100 took no longer
 * @param max the longest
 */
public record Latency(long count, Duration p50, Duration p90, Duration p99, Duration max) {}
