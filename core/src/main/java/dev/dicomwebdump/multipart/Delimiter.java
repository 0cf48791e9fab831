package dev.dicomwebdump.multipart;

import java.util.Arrays;

/**
 * Finds delimiters of one boundary. The search is Horspool's for LF, two hyphens, boundary: it
 * looks at one byte in as many as the boundary has. It stays linear on hostile data, since a
 * comparison begins only at an LF, and the boundary has none.
 */
final class Delimiter {

  /** More blanks than this after a boundary are data, so that few bytes are held. */
  private static final int MAX_BLANKS = 256;

  /** The delimiter of a body whose boundary is not known. */
  static final Delimiter VOID = new Delimiter(new byte[0]);

  private final byte[] pattern;
  private final int[] skips = new int[256];

  Delimiter(byte[] boundary) {
    pattern = new byte[boundary.length + 3];
    pattern[0] = '\n';
    pattern[1] = '-';
    pattern[2] = '-';
    System.arraycopy(boundary, 0, pattern, 3, boundary.length);
    Arrays.fill(skips, pattern.length);
    for (int i = 0; i < pattern.length - 1; i++) {
      skips[pattern[i] & 0xff] = pattern.length - 1 - i;
    }
    // The byte that a delimiter ends with is never passed without a look at those before it.
    int ending = pattern[pattern.length - 1] & 0xff;
    skips[ending] = Math.min(skips[ending], pattern.length - 1);
  }

  /** The index of the next line that begins like a delimiter, after an LF; or -1. */
  int find(Stretch s, int from) {
    byte[] buffer = s.buffer;
    int[] steps = skips;
    int longest = pattern.length;
    int reach = longest - 1;
    int to = s.to;
    int i = from + reach;
    while (i < to) {
      int skip = steps[buffer[i] & 0xff];
      if (skip == longest) {
        // As a case of its own, this can be guessed: the processor reads on before it has the byte.
        i += longest;
      } else if (buffer[i - reach] == '\n' && matches(buffer, i - reach)) {
        return i - reach + 1;
      } else {
        i += skip;
      }
    }
    return -1;
  }

  private boolean matches(byte[] buffer, int at) {
    return Arrays.equals(buffer, at, at + pattern.length, pattern, 0, pattern.length);
  }

  /** Where to read on with more bytes after {@link #find} has found nothing. */
  int undecidedFrom(Stretch s) {
    return Math.max(s.from, s.to - pattern.length);
  }

  /** What the line is that begins at an index. */
  DelimiterLine lineAt(Stretch s, int index) {
    int length = Math.min(pattern.length - 1, s.to - index);
    if (!Arrays.equals(s.buffer, index, index + length, pattern, 1, 1 + length)) {
      return DelimiterLine.OTHER;
    }
    return length < pattern.length - 1 ? DelimiterLine.UNDECIDED : afterBoundary(s, index + length);
  }

  private static DelimiterLine afterBoundary(Stretch s, int index) {
    boolean closing = s.has(index, '-') && s.has(index + 1, '-');
    int i = closing ? index + 2 : index;
    int limit = Math.min(s.to, i + MAX_BLANKS);
    while (i < limit && (s.buffer[i] == ' ' || s.buffer[i] == '\t')) {
      i++;
    }
    if (i == s.to || endsWith(s, i, '\r') || (i == index && endsWith(s, i, '-'))) {
      return atEnd(s, i, closing);
    }
    boolean crlf = s.has(i, '\r');
    if (!s.has(crlf ? i + 1 : i, '\n')) {
      return DelimiterLine.OTHER;
    }
    return closing
        ? new DelimiterLine(DelimiterLine.Kind.CLOSING, i, crlf)
        : new DelimiterLine(DelimiterLine.Kind.OPENING, i + (crlf ? 2 : 1), crlf);
  }

  private static boolean endsWith(Stretch s, int index, char character) {
    return index == s.to - 1 && s.has(index, character);
  }

  /** The bytes end in the line: only a closing delimiter needs no line end. */
  private static DelimiterLine atEnd(Stretch s, int index, boolean closing) {
    return closing && s.last
        ? new DelimiterLine(DelimiterLine.Kind.CLOSING, index, true)
        : DelimiterLine.UNDECIDED;
  }

  /** Whether the body may have broken off inside a delimiter whose line end begins at an index. */
  boolean breaksOff(Stretch rest, int index) {
    int lineFeed = rest.has(index, '\r') ? index + 1 : index;
    return lineFeed == rest.to
        || (rest.has(lineFeed, '\n') && lineAt(rest, lineFeed + 1).isUndecided());
  }
}
