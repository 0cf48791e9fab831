package dev.dicomwebdump.exchange;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads media types, and remembers the last one: what responses tell is mostly what the response
 * before told. Safe for use by many threads.
 */
public final class LastMediaType {

  private volatile Read last = new Read(null, MediaType.NONE);

  private record Read(@Nullable String text, MediaType type) {}

  /** The media type in a header's value, as {@link MediaType#parse} reads it. */
  public MediaType of(@Nullable String text) {
    Read read = last;
    if (!Objects.equals(text, read.text)) {
      read = new Read(text, MediaType.parse(text));
      last = read;
    }
    return read.type;
  }
}
