package dev.dicomwebdump.dump;

/**
 * How much of a server a run uses at a moment.
 *
 * @param inFlight how many requests are in flight
 * @param limit how many may be
 * @param paused whether the server asked for a pause that is not over
 */
public record Load(int inFlight, int limit, boolean paused) {}
