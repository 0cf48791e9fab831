package dev.dicomwebdump.record;

import dev.dicomwebdump.exchange.MediaType;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the transfer syntax that an Accept header asks for, and keeps the last header in mind: most
 * requests have the same. Safe for use by many threads at once.
 */
final class AskedSyntax {

  private static final Pattern COMMA_OUTSIDE_QUOTES =
      Pattern.compile(",(?=[^\"]*(?:\"[^\"]*\"[^\"]*)*+$)");

  private volatile Read last = new Read("", null);

  private record Read(String accept, @Nullable String syntax) {}

  /** Null when the header names none, or leaves the server the choice among several. */
  @Nullable String of(@Nullable String accept) {
    if (accept == null) {
      return null;
    }
    Read read = last;
    if (!read.accept.equals(accept)) {
      read = new Read(accept, read(accept));
      last = read;
    }
    return read.syntax;
  }

  private static @Nullable String read(String accept) {
    if (accept.indexOf(',') < 0) {
      return MediaType.parse(accept).transferSyntax();
    }
    Set<@Nullable String> asked = new HashSet<>();
    for (String range : COMMA_OUTSIDE_QUOTES.split(accept, -1)) {
      asked.add(MediaType.parse(range).transferSyntax());
    }
    return asked.size() == 1 ? asked.iterator().next() : null;
  }
}
