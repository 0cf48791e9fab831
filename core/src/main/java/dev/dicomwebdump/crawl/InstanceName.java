package dev.dicomwebdump.crawl;

import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Uid;

/**
 * An instance of the series.
 *
 * @param pixels its frames, as far as this document tells
 * @param bulk its values that lie elsewhere, as far as this document tells
 */
public record InstanceName(Uid series, Uid instance, Pixels pixels, BulkNames bulk)
    implements InstanceEntry {}
