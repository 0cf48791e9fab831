package dev.dicomwebdump.stress;

import java.time.Duration;

/**
 * How much later than they were due the requests of an open loop began. Immutable.
 *
 * @param heldUp how many, since as many requests were in flight as may be
 * @param longestHeldUp by how much at most
 * @param overslept by how much the others did, since this program was late itself
 * @param neverBegun how many were due and had not begun at the end of the run
 */
public record Lateness(long heldUp, Duration longestHeldUp, Latencies overslept, long neverBegun) {}
