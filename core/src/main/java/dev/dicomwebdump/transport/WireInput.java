package dev.dicomwebdump.transport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/**
 * The bytes that come over a connection, in one buffer from which they are handed on without being
 * copied. Used by one thread at a time.
 */
final class WireInput {

  private static final int BYTES = 64 * 1024;

  /** What it grows to for a large body, which then takes a quarter of the system calls. */
  private static final int MOST_BYTES = 256 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[BYTES];
  private Guard guard;
  private int start;
  private int end;

  /**
   * @param guard limits the waits
   */
  WireInput(InputStream in, Guard guard) {
    this.in = in;
    this.guard = guard;
  }

  /** From now on that one limits the waits. */
  void guardBy(Guard next) {
    guard = next;
  }

  /** The buffer, of which {@link #available} bytes from {@link #start} on are not taken yet. */
  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int available() {
    return end - start;
  }

  /** Takes bytes that are there. */
  void skip(int count) {
    start += count;
  }

  /**
   * Waits for more bytes.
   *
   * @return false at the end of the stream
   * @throws InterruptedException when the thread was interrupted before
   */
  boolean more() throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (start == end) {
      if (end == buffer.length) {
        enlarge();
      }
      start = 0;
      end = 0;
    } else if (end == buffer.length) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    guard.waits();
    int count = in.read(buffer, end, buffer.length - end);
    guard.waited();
    end += Math.max(count, 0);
    return count >= 0;
  }

  /** More came at once than it holds, and all of that was taken. */
  private void enlarge() {
    if (buffer.length < MOST_BYTES) {
      buffer = new byte[MOST_BYTES];
    }
  }

  /**
   * Waits for more bytes.
   *
   * @throws EOFException at the end of the stream
   */
  void require() throws IOException, InterruptedException {
    if (!more()) {
      throw new EOFException();
    }
  }

  /**
   * Takes a line, without its end, which is CRLF, or LF alone: RFC 9112 section 2.2.
   *
   * @param most the most bytes that it may have, its end included; no more than the buffer has
   * @throws ProtocolException when it is longer
   * @throws EOFException when it does not end
   */
  WireLine line(int most) throws IOException, InterruptedException {
    int length = 0;
    while (true) {
      byte[] bytes = buffer;
      int from = start;
      int held = Math.min(available(), most);
      while (length < held) {
        if (bytes[from + length] == '\n') {
          return taken(length);
        }
        length++;
      }
      if (length >= most) {
        throw new ProtocolException("a line has more than " + most + " bytes");
      }
      require();
    }
  }

  /**
   * Takes the end of a line that has nothing else.
   *
   * @throws ProtocolException when something else is there
   */
  void lineEnd() throws IOException, InterruptedException {
    byte next = next();
    if (next == '\r') {
      next = next();
    }
    if (next != '\n') {
      throw new ProtocolException("a chunk is longer than it says");
    }
  }

  /** Takes a byte. */
  byte next() throws IOException, InterruptedException {
    if (start == end) {
      require();
    }
    return buffer[start++];
  }

  private WireLine taken(int length) {
    int from = start;
    int newLine = from + length;
    start = newLine + 1;
    boolean returned = length > 0 && buffer[newLine - 1] == '\r';
    return new WireLine(buffer, from, returned ? newLine - 1 : newLine);
  }
}
