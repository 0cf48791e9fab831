package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.Unread;

/**
 * How many records there are. Immutable.
 *
 * @param read those that all figures are made of
 * @param unread records, folders and summaries that could not be read, and are in no other figure
 */
public record RecordFigures(long read, Unread unread) {}
