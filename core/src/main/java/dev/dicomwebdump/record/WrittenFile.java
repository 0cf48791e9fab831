package dev.dicomwebdump.record;

/**
 * A file that was written whole. Immutable.
 *
 * @param path as in {@link dev.dicomwebdump.archive.Layout}
 * @param bytes its length
 * @param sha256 the digest of its bytes, in lower-case hexadecimal
 */
record WrittenFile(String path, long bytes, String sha256) {}
