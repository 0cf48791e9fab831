package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ContentDigest;

/**
 * A file that was written whole. Immutable.
 *
 * @param path as in {@link dev.dicomwebdump.archive.Layout}
 * @param bytes its length
 * @param digest that of its bytes
 */
record WrittenFile(String path, long bytes, ContentDigest digest) {}
