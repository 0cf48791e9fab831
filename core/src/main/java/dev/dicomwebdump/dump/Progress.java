package dev.dicomwebdump.dump;

/**
 * How far a run is.
 *
 * @param bytes bytes of content that came
 * @param done resources that were asked for
 * @param known resources that are known so far, those done among them; grows while the run learns
 * @param failures resources that failed or are incomplete
 */
public record Progress(long bytes, long done, long known, long failures) {}
