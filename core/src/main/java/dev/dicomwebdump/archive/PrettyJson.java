package dev.dicomwebdump.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Lays JSON out to be read: a line for each member of an object, the elements of an array side by
 * side. Strings and numbers stay as they were written, to the byte. It needs no more memory than a
 * bit for each level, however long a value is, and takes what is no JSON without complaint. For one
 * thread.
 */
public final class PrettyJson {

  /** Deeper than any metadata; behind that, lines would become longer and longer. */
  private static final int MOST_INDENTED = 64;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Which of the levels that are open are objects. */
  private final BitSet objects = new BitSet();

  private int depth;
  private int objectDepth;
  private boolean justOpened;
  private boolean inString;
  private boolean escaped;

  /** The next bytes of the document, laid out. */
  public byte[] next(byte[] buffer, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      next(buffer[i]);
    }
    return taken();
  }

  /** What ends the document: an end of line. */
  public byte[] end() {
    out.write('\n');
    return taken();
  }

  private byte[] taken() {
    byte[] taken = out.toByteArray();
    out.reset();
    return taken;
  }

  private void next(byte b) {
    if (inString) {
      string(b);
      return;
    }
    switch (b) {
      case ' ', '\t', '\n', '\r' -> {}
      case '{', '[' -> open(b);
      case '}', ']' -> close(b);
      case ',' -> {
        out.write(b);
        separate();
      }
      case ':' -> {
        out.write(b);
        out.write(' ');
      }
      default -> value(b);
    }
  }

  private void string(byte b) {
    out.write(b);
    inString = escaped || b != '"';
    escaped = !escaped && b == '\\';
  }

  private void value(byte b) {
    separateFirst();
    out.write(b);
    inString = b == '"';
  }

  private void open(byte b) {
    separateFirst();
    out.write(b);
    boolean object = b == '{';
    objects.set(depth, object);
    depth++;
    objectDepth += object ? 1 : 0;
    justOpened = true;
  }

  private void close(byte b) {
    boolean empty = justOpened;
    justOpened = false;
    boolean object = isInObject();
    if (depth > 0) {
      depth--;
      objectDepth -= object ? 1 : 0;
    }
    if (!empty) {
      separate(object);
    }
    out.write(b);
  }

  private void separateFirst() {
    if (justOpened) {
      justOpened = false;
      separate();
    }
  }

  private void separate() {
    separate(isInObject());
  }

  private void separate(boolean asLine) {
    String blanks = asLine ? "\n" + "  ".repeat(Math.min(objectDepth, MOST_INDENTED)) : " ";
    out.writeBytes(blanks.getBytes(StandardCharsets.US_ASCII));
  }

  private boolean isInObject() {
    return depth > 0 && objects.get(depth - 1);
  }
}
