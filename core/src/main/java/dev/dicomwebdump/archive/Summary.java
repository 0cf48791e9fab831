package dev.dicomwebdump.archive;

/**
 * The summary of a study or of a whole folder. Immutable.
 *
 * @param program the program's name and version
 * @param dump what there is now
 * @param run what the last run did
 */
public record Summary(String program, DumpState dump, RunState run) {}
