package dev.dicomwebdump.stress;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import org.jspecify.annotations.Nullable;

/**
 * One request that is over. Times are the clock's, in nanoseconds.
 *
 * @param due when it should have begun
 * @param firstByte when the response's head had come; null when none came
 * @param end when its last byte had come, or it failed
 * @param status 0 where no response came
 * @param bytes of the body
 * @param problem why it is not what was asked for, or not whole; null when it is
 */
record Measurement(
    ResourceKind kind,
    long due,
    @Nullable Long firstByte,
    long end,
    int status,
    long bytes,
    @Nullable Problem problem) {}
