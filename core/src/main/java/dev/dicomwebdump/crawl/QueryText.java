package dev.dicomwebdump.crawl;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text as the value of a URL's query: RFC 3986 section 3.4. */
final class QueryText {

  private static final String PLAIN = "-._~*,:/@!'()$?";

  private QueryText() {}

  /** The text; what is encoded already stays as it is. */
  static String encoded(String value) {
    StringBuilder encoded = new StringBuilder();
    for (int at = 0; at < value.length(); ) {
      int character = value.codePointAt(at);
      if (isPlain(character) || isEncoded(value, at)) {
        encoded.appendCodePoint(character);
      } else {
        for (byte octet : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
          encoded.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
      }
      at += Character.charCount(character);
    }
    return encoded.toString();
  }

  private static boolean isPlain(int character) {
    boolean ascii = character < 128;
    return ascii && (Character.isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0);
  }

  private static boolean isEncoded(String value, int at) {
    return value.startsWith("%", at)
        && at + 2 < value.length()
        && Character.digit(value.charAt(at + 1), 16) >= 0
        && Character.digit(value.charAt(at + 2), 16) >= 0;
  }
}
