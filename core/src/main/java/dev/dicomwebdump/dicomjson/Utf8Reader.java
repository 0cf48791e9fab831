package dev.dicomwebdump.dicomjson;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads UTF-8, without the byte order mark where there is one. Bytes that are not UTF-8 become
 * U+FFFD and are remembered: a name in ISO 8859-1 somewhere must not hide all that follows.
 */
final class Utf8Reader extends Reader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int BUFFER = 8192;

  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
  private final Tail tail = new Tail();
  private boolean begun;
  private boolean lastBytes;
  private boolean ended;
  private boolean malformed;

  Utf8Reader(InputStream in) {
    this.in = in;
  }

  /** Whether bytes came that are not UTF-8. */
  boolean isMalformed() {
    return malformed;
  }

  /** Whether all was read, and the text stops where JSON cannot. */
  boolean brokeOff() {
    return ended && !chars.hasRemaining() && tail.isUnfinished();
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (!chars.hasRemaining()) {
      fill();
    }
    if (!chars.hasRemaining()) {
      return -1;
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    tail.add(target, offset, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void fill() throws IOException {
    decode();
    boolean first = !begun;
    begun = true;
    if (first && chars.hasRemaining() && chars.get(0) == BYTE_ORDER_MARK) {
      chars.get();
      if (!chars.hasRemaining()) {
        decode();
      }
    }
  }

  /** Decodes at least one character, unless the end is reached. */
  private void decode() throws IOException {
    chars.clear();
    while (chars.position() == 0 && !ended) {
      CoderResult result = decoder.decode(bytes, chars, lastBytes);
      if (result.isMalformed() && chars.hasRemaining()) {
        replace(result.length());
      } else if (result.isUnderflow() && lastBytes) {
        ended = true;
      } else if (result.isUnderflow() && chars.position() == 0) {
        readBytes();
      }
    }
    chars.flip();
  }

  private void replace(int length) {
    malformed = true;
    bytes.position(bytes.position() + length);
    chars.put('\uFFFD');
  }

  private void readBytes() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    lastBytes = count < 0;
    bytes.position(bytes.position() + Math.max(count, 0));
    bytes.flip();
  }
}
