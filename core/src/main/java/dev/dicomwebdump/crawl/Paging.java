package dev.dicomwebdump.crawl;

/** What comes next in a search: one more page, or its end. */
public sealed interface Paging permits PageAsk, PagingEnd {}
