package dev.dicomwebdump.crawl;

/**
 * An entry that says it belongs to another study or series than the document that was asked for.
 *
 * @param position which entry of the document, from 1
 */
public record Foreign(long position) implements SeriesEntry, InstanceEntry {}
