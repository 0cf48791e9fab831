package dev.dicomwebdump.archive;

import java.time.Instant;

/**
 * What the file system says of a file.
 *
 * @param bytes its length
 * @param modified when it was last written
 */
public record FileState(long bytes, Instant modified) {}
