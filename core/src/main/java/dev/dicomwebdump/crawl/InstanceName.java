package dev.dicomwebdump.crawl;

import dev.dicomwebdump.resource.Uid;

/**
 * An instance of the series.
 *
 * @param frames how many frames it has, as far as this document tells; 0 for none
 */
public record InstanceName(Uid series, Uid instance, int frames) implements InstanceEntry {}
