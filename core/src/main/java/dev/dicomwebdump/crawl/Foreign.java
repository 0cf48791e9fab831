package dev.dicomwebdump.crawl;

/**
 * An entry that says it belongs to another study or series than the document that was asked for.
 *
 * @param position which entry of the document, from 1
 * @param why one line for a person
 */
public record Foreign(long position, String why) implements SeriesEntry, InstanceEntry {}
