package dev.dicomwebdump.report.page;

import java.util.regex.Pattern;

/**
 * HTML as it is written. Whatever is text or the value of an attribute is escaped, so that nothing
 * of a capture can become markup. For one thread.
 */
final class Html {

  /** Controls, and what turns or hides the text around it; unpaired surrogates. */
  private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\n]]");

  private final StringBuilder written = new StringBuilder();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Html open(String name, String... attributes) {
    written.append('<').append(name);
    for (int at = 0; at < attributes.length; at += 2) {
      written.append(' ').append(attributes[at]).append("=\"");
      written.append(escaped(attributes[at + 1])).append('"');
    }
    written.append('>');
    return this;
  }

  /** Closes an element. */
  Html close(String name) {
    written.append("</").append(name).append('>');
    // Where a blank would be shown, there is none.
    written.append(isInline(name) ? "" : "\n");
    return this;
  }

  /** Text. */
  Html text(String text) {
    written.append(escaped(text));
    return this;
  }

  /** An element that holds text alone. */
  Html element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close(name);
  }

  /** All that was written. */
  @Override
  public String toString() {
    return written.toString();
  }

  private static boolean isInline(String name) {
    return name.equals("a") || name.equals("span") || name.equals("bdi") || name.equals("code");
  }

  /** Text as it may stand between tags, and between quotes. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    String shown = UNSHOWABLE.matcher(text).replaceAll("\uFFFD");
    for (int at = 0; at < shown.length(); at++) {
      char character = shown.charAt(at);
      switch (character) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(character);
      }
    }
    return escaped.toString();
  }
}
