package dev.dicomwebdump.crawl;

/** What the entries of a search for studies come to. */
public sealed interface StudyEntry permits SearchedStudy, Unusable {}
