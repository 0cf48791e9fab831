package dev.dicomwebdump.archive;

import java.util.List;

/**
 * How a multipart body is divided: RFC 2046 section 5.1.1. Immutable.
 *
 * @param boundary the boundary that was found in the body, without the leading hyphens
 * @param closed whether the closing delimiter came
 * @param parts the parts, in order
 */
public record StoredMultipart(String boundary, boolean closed, List<StoredPart> parts) {

  public StoredMultipart {
    parts = List.copyOf(parts);
  }
}
