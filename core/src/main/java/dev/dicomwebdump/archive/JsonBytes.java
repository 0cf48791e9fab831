package dev.dicomwebdump.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a JSON document as it is written: they gather in memory, or, where there is a
 * stream, go on to it as the room is used up. What cannot be written to the stream is an {@link
 * UncheckedIOException}. For one thread.
 */
final class JsonBytes {

  /** What a record mostly needs. */
  private static final int USUAL = 4096;

  private static final byte[] NEW_LINE =
      ("\n" + " ".repeat(64)).getBytes(StandardCharsets.US_ASCII);

  private final @Nullable OutputStream out;
  private byte[] bytes = new byte[USUAL];
  private int length;

  /**
   * @param out where the bytes go; not closed. Null when they stay in memory
   */
  JsonBytes(@Nullable OutputStream out) {
    this.out = out;
  }

  /** The bytes that are not in a stream. */
  byte[] toArray() {
    return Arrays.copyOf(bytes, length);
  }

  /** Hands what there is on to the stream, where there is one, and flushes it. */
  void flush() {
    if (out != null) {
      drain(out);
      flush(out);
    }
  }

  void put(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
  }

  void put(byte[] added) {
    put(added, 0, added.length);
  }

  /** What is of ASCII alone, and needs no escape. */
  @SuppressWarnings("deprecation") // of ASCII it is right, and nothing else makes no new array
  void ascii(String text) {
    int count = text.length();
    room(count);
    text.getBytes(0, count, bytes, length);
    length += count;
  }

  /** Ends the line, and begins the next with two blanks for each level. */
  void newLine(int levels) {
    put(NEW_LINE, 0, 1 + 2 * levels);
  }

  /**
   * Puts a string in quotes, escaped. Half a surrogate pair, which UTF-8 has no bytes for, becomes
   * a question mark: a cut text may end in one, and a server may send one, and neither must cost
   * the document.
   */
  void quoted(String text) {
    put('"');
    text(text);
    put('"');
  }

  /** Puts a piece of a string, escaped; no surrogate pair may be cut by its ends. */
  void text(String text) {
    byte[] plain = text.getBytes(StandardCharsets.ISO_8859_1);
    if (isPlain(plain)) {
      put(plain);
    } else {
      escape(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Whether a text is ASCII without escapes, and without a question mark. */
  static boolean isPlain(String text) {
    return isPlain(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Whether it is ASCII without escapes. A question mark may stand for what Latin-1 has not. */
  private static boolean isPlain(byte[] latin1) {
    for (byte b : latin1) {
      if (b < ' ' || b == '"' || b == '\\' || b == '?') {
        return false;
      }
    }
    return true;
  }

  private void escape(byte[] utf8) {
    int from = 0;
    for (int i = 0; i < utf8.length; i++) {
      byte b = utf8[i];
      if (b >= 0 && (b < ' ' || b == '"' || b == '\\')) {
        put(utf8, from, i - from);
        ascii(escaped(b));
        from = i + 1;
      }
    }
    put(utf8, from, utf8.length - from);
  }

  private static String escaped(byte b) {
    return switch (b) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      default -> (b < 16 ? "\\u000" : "\\u00") + Integer.toHexString(b).toUpperCase(Locale.ROOT);
    };
  }

  private void put(byte[] added, int from, int count) {
    room(count);
    System.arraycopy(added, from, bytes, length, count);
    length += count;
  }

  private void room(int count) {
    if (count > bytes.length - length && out != null) {
      drain(out);
    }
    if (count > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, count), bytes.length * 2));
    }
  }

  private void drain(OutputStream stream) {
    try {
      stream.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    length = 0;
  }

  private static void flush(OutputStream stream) {
    try {
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
