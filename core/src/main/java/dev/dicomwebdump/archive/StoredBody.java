package dev.dicomwebdump.archive;

/**
 * What was kept of a response's content. Immutable.
 *
 * @param file the name of the file beside the record: the body, {@code .error} or {@code .partial}
 * @param bytes its length
 * @param sha256 the digest of its bytes, in lower-case hexadecimal
 */
public record StoredBody(String file, long bytes, String sha256) {}
