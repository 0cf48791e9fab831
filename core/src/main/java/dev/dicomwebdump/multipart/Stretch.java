package dev.dicomwebdump.multipart;

/** Consecutive bytes of a body, and where in the body they lie. */
final class Stretch {

  final byte[] buffer;
  final int from;
  final int to;

  /** The offset in the body of the byte at {@code from}. */
  final long offset;

  /** Whether the body ends with this stretch. */
  final boolean last;

  Stretch(byte[] buffer, int from, int to, long offset, boolean last) {
    this.buffer = buffer;
    this.from = from;
    this.to = to;
    this.offset = offset;
    this.last = last;
  }

  /** What lies from an index on. */
  Stretch startingAt(int index) {
    return new Stretch(buffer, index, to, offset(index), last);
  }

  /** The offset in the body of the byte at an index. */
  long offset(int index) {
    return offset + (index - from);
  }

  /** The index of a byte of the body, which may lie outside the stretch. */
  long index(long bodyOffset) {
    return from + (bodyOffset - offset);
  }

  boolean has(int index, char character) {
    return index >= from && index < to && buffer[index] == character;
  }

  /** The index of the first LF at or after an index, or -1. */
  int lineFeed(int index) {
    for (int i = index; i < to; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Where the line end begins that stands right before an index: at its CR, where it has one. */
  int lineEndBefore(int index) {
    return has(index - 2, '\r') ? index - 2 : index - 1;
  }

  /** Whether there is more than line ends before an index. */
  boolean hasTextBefore(int index) {
    return firstText("\r\n") < index;
  }

  /** The index of the first byte that is none of the given characters. */
  int firstText(String ignored) {
    int i = from;
    while (i < to && ignored.indexOf(buffer[i] & 0xff) >= 0) {
      i++;
    }
    return i;
  }
}
