package dev.dicomwebdump.multipart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One header field of a part as it was sent, its bytes read as ISO-8859-1. A folded field is one
 * line, joined by a blank.
 *
 * @param name the name, in the case in which it was sent
 * @param value the value, without the blanks around it
 */
public record PartHeader(String name, String value) {

  /**
   * The value of the first of some header fields that has that name, or null; names ignore case.
   */
  public static @Nullable String first(List<PartHeader> headers, String name) {
    for (PartHeader header : headers) {
      if (header.name.equalsIgnoreCase(name)) {
        return header.value;
      }
    }
    return null;
  }
}
