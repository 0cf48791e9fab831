package dev.dicomwebdump.crawl;

/**
 * An entry that names nothing that could be asked for: its UID is missing or cannot be a name.
 *
 * @param position which entry of the document, from 1
 * @param why one line for a person; does not show the UID
 */
public record Unusable(long position, String why)
    implements StudyEntry, SeriesEntry, InstanceEntry {}
