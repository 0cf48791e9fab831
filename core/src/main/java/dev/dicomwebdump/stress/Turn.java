package dev.dicomwebdump.stress;

/**
 * Leave to make one request.
 *
 * @param due from when on it is measured, by the clock
 * @param heldUp how much later it begins, since as many were in flight as may be; nanoseconds
 * @param overslept how much later it begins, since this program was late itself; nanoseconds
 */
record Turn(long due, long heldUp, long overslept) {}
