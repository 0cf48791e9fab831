package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Uid;
import org.jspecify.annotations.Nullable;

/**
 * One study in the summary of a whole folder. Immutable.
 *
 * @param study its UID
 * @param verdict what its dump is worth
 * @param folder where it lies, relative to the dump's folder
 * @param problem why it could not be walked, or the first thing that is wrong; null when complete
 */
public record StudyVerdict(
    Uid study, DumpVerdict verdict, String folder, @Nullable Problem problem) {}
