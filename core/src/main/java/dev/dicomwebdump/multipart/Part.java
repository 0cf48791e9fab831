package dev.dicomwebdump.multipart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One whole part of a multipart body. Immutable.
 *
 * @param headers its header fields, in order, duplicates kept
 * @param offset where its payload begins in the body, in bytes
 * @param length the payload's length in bytes
 */
public record Part(List<PartHeader> headers, long offset, long length) {

  public Part {
    headers = List.copyOf(headers);
  }

  /** The value of the first header field of that name, or null; names ignore case. */
  public @Nullable String header(String name) {
    for (PartHeader header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return null;
  }
}
