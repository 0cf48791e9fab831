package dev.dicomwebdump.crawl;

/** What the entries of study metadata, or of a search for series, come to. */
public sealed interface SeriesEntry permits SeriesName, SearchedSeries, Foreign, Unusable {}
