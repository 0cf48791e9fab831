package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.resource.Uid;
import org.jspecify.annotations.Nullable;

/**
 * One study of a dump. Immutable.
 *
 * @param study its UID
 * @param verdict what its dump is worth; null when no summary tells it
 * @param unfinished whether a run on it goes on, or did not end in order
 * @param records how many records it has
 * @param requests how many exchanges they tell of
 * @param bytes the content that came with them
 */
public record StudyFigures(
    Uid study,
    @Nullable DumpVerdict verdict,
    boolean unfinished,
    long records,
    long requests,
    long bytes) {}
