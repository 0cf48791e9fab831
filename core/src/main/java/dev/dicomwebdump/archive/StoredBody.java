package dev.dicomwebdump.archive;

import org.jspecify.annotations.Nullable;

/**
 * A response's content. Immutable.
 *
 * @param file the file that holds it, as {@link EntryFiles#told} calls it: the body, {@code .error}
 *     or {@code .partial}, or a payload that is all of the body; null when no file does: the parts
 *     and the {@linkplain StoredMultipart#wrapper wrapper} together do, or, where there is no
 *     wrapper, it was not kept
 * @param bytes its length, as it was sent
 * @param digest that of its bytes
 */
public record StoredBody(@Nullable String file, long bytes, ContentDigest digest) {}
