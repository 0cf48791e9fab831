package dev.dicomwebdump.report.sheet;

import dev.dicomwebdump.resource.Resource;

/**
 * One picture of the sheet. Immutable.
 *
 * @param instance the metadata of the instance that it shows, which names it
 * @param frame the frame's number, from 1; 0 for the instance as such
 * @param record the record of what it was drawn from, relative to the dump's folder
 * @param thumbnail the picture
 */
public record Tile(Resource instance, int frame, String record, Thumbnail thumbnail) {}
