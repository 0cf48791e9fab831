package dev.dicomwebdump.crawl;

/** What the entries of study metadata come to. */
public sealed interface SeriesEntry permits SeriesName, Foreign, Unusable {}
