package dev.dicomwebdump.crawl;

import dev.dicomwebdump.resource.Uid;
import org.jspecify.annotations.Nullable;

/**
 * A series of the study.
 *
 * @param modality such as {@code CT}, of the first instance that is named; null when none is told
 */
public record SeriesName(Uid series, @Nullable String modality) implements SeriesEntry {}
