package dev.dicomwebdump.stress;

import java.time.Duration;

/**
 * What a run took of the machine that it ran on. Shares are from 0 to 1; those that the platform
 * does not tell, or of which nothing was measured, are {@code NaN}. Immutable.
 *
 * @param cores how many cores this program may use
 * @param ownCpu which share of all of them it took
 * @param machineCpu which share of the machine's all programs took together
 * @param collecting which share of the time its garbage collector took
 * @param ownWork which share of their time the workers of a closed loop waited for no response, but
 *     judged and counted; 0 in an open loop
 * @param ofLatency how much processor time it took for a request, as a share of how long that took:
 *     a leaner client would see shorter latencies
 * @param overslept by how much late, for reasons of its own, all but one of a hundred requests of
 *     an open loop began at most; zero in a closed loop
 */
public record GeneratorLoad(
    int cores,
    double ownCpu,
    double machineCpu,
    double collecting,
    double ownWork,
    double ofLatency,
    Duration overslept) {}
