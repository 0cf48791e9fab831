package dev.dicomwebdump.archive;

/**
 * How many resources of one kind a dump holds, and how many it lacks. Immutable.
 *
 * @param complete had, whole
 * @param incomplete of which some came
 * @param failed not had
 * @param unsupported of a level that the server does not have
 * @param pending known, but not asked for
 * @param bytes of all bodies that are complete
 */
public record ResourceCounts(
    long complete, long incomplete, long failed, long unsupported, long pending, long bytes) {}
