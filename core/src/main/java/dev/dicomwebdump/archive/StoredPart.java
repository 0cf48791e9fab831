package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Header;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a multipart body. Immutable.
 *
 * @param headers its MIME headers, in order, duplicates kept
 * @param offset where its payload begins in the body, after content decoding
 * @param length the payload's bytes
 * @param file the payload's own file, as {@link EntryFiles#told} calls it; null without one
 * @param digest that of the file; null without one
 */
public record StoredPart(
    List<Header> headers,
    long offset,
    long length,
    @Nullable String file,
    @Nullable ContentDigest digest) {

  public StoredPart {
    headers = List.copyOf(headers);
  }
}
