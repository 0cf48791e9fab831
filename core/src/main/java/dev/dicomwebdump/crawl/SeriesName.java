package dev.dicomwebdump.crawl;

import dev.dicomwebdump.resource.Uid;

/** A series of the study. */
public record SeriesName(Uid series) implements SeriesEntry {}
