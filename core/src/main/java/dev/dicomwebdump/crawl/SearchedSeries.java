package dev.dicomwebdump.crawl;

import dev.dicomwebdump.resource.Uid;
import org.jspecify.annotations.Nullable;

/**
 * A series that a search found.
 *
 * @param modality such as {@code CT}; null when none is told
 * @param instances how many instances the server says it has; -1 when it does not say
 */
public record SearchedSeries(Uid series, @Nullable String modality, long instances)
    implements SeriesEntry {}
