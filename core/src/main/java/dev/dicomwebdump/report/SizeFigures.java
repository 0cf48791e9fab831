package dev.dicomwebdump.report;

/**
 * How large bodies are, in bytes as they came, before content decoding. Immutable.
 *
 * @param count how many bodies
 * @param total the bytes of all
 * @param p50 half of them are no larger, within a thousandth; 0 when there is none
 * @param max the largest; 0 when there is none
 */
public record SizeFigures(long count, long total, long p50, long max) {}
