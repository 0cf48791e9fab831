package dev.dicomwebdump.stress;

import java.time.Duration;

/**
 * How far a run is. Immutable.
 *
 * @param preparing whether it is still being found out what there is to ask for
 * @param elapsed since the first request; zero while it prepares
 * @param whole how long requests will begin, the warm-up included
 * @param warming whether what is asked now is not measured yet
 * @param requests how many measured requests are over
 * @param failed how many of them failed
 * @param bytes of their bodies
 * @param inFlight how many requests are in flight
 * @param last what the last whole second came to
 */
public record StressProgress(
    boolean preparing,
    Duration elapsed,
    Duration whole,
    boolean warming,
    long requests,
    long failed,
    long bytes,
    int inFlight,
    Second last) {}
