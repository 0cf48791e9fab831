package dev.dicomwebdump.dicomjson;

import java.util.regex.Pattern;

/**
 * The last characters of a JSON text. When a parser ran out of text after them, they tell a text
 * that broke off (inside {@code null}, after a comma) from one that never was JSON: the parser
 * reports both in the same way.
 */
final class Tail {

  private static final int LENGTH = 6;
  private static final Pattern UNFINISHED =
      Pattern.compile(".*(,|[0-9]\\.|[\\[:,\\s](t|tr|tru|f|fa|fal|fals|n|nu|nul))", Pattern.DOTALL);

  private String last = "";

  /** More of the text came. Blanks at its end do not count. */
  void add(char[] text, int offset, int length) {
    int end = offset + length;
    while (end > offset && text[end - 1] <= ' ') {
      end--;
    }
    int from = Math.max(offset, end - LENGTH);
    String added = new String(text, from, end - from);
    last = added.length() == LENGTH ? added : ending(last + added);
  }

  private static String ending(String text) {
    return text.substring(Math.max(0, text.length() - LENGTH));
  }

  /** Whether JSON could go on after these characters, and cannot end there. */
  boolean isUnfinished() {
    return UNFINISHED.matcher(last).matches();
  }
}
