package dev.dicomwebdump.multipart;

import java.util.List;

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
}
