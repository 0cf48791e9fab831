package dev.dicomwebdump.crawl;

/**
 * What the entries of metadata, or of a search, come to when the instances of one series are looked
 * for.
 */
public sealed interface InstanceEntry permits InstanceName, Foreign, Unusable {}
