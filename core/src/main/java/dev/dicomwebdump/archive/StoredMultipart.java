package dev.dicomwebdump.archive;

import java.util.List;

/**
 * How a multipart body is divided: RFC 2046 section 5.1.1. Immutable.
 *
 * @param boundary the boundary that was found in the body, without the leading hyphens
 * @param closed whether the closing delimiter came
 * @param parts the parts, in order
 * @param wrapper where the body has no file of its own: the bytes before the first payload, between
 *     each two, and after the last, in Base64 (RFC 4648 section 4); else empty
 */
public record StoredMultipart(
    String boundary, boolean closed, List<StoredPart> parts, List<String> wrapper) {

  /**
   * @throws IllegalArgumentException when there is a wrapper that does not fit the parts, or a part
   *     in it without a file
   */
  public StoredMultipart {
    parts = List.copyOf(parts);
    wrapper = List.copyOf(wrapper);
    if (!wrapper.isEmpty()
        && (wrapper.size() != parts.size() + 1
            || parts.stream().anyMatch(part -> part.file() == null))) {
      throw new IllegalArgumentException("the wrapper does not fit the parts");
    }
  }

  /** How a body is divided that has a file of its own. */
  public StoredMultipart(String boundary, boolean closed, List<StoredPart> parts) {
    this(boundary, closed, parts, List.of());
  }
}
