package dev.dicomwebdump.transport;

import java.io.IOException;
import java.net.ProtocolException;

/** Reads one body and hands it on, straight from the buffer into which it came. */
final class BodyReader {

  private static final int LONGEST_CHUNK_LINE = 4096;
  private static final int MOST_DIGITS = 15;

  private final WireInput in;
  private final Content content;

  /** Where the content goes. */
  @FunctionalInterface
  interface Content {
    void take(byte[] buffer, int offset, int length) throws IOException;
  }

  BodyReader(WireInput in, Content content) {
    this.in = in;
    this.content = content;
  }

  /**
   * Reads the body to its end.
   *
   * @throws java.io.EOFException when the connection ends before
   * @throws ProtocolException when the server breaks the rules of chunks
   */
  void read(Framing framing) throws IOException, InterruptedException {
    switch (framing.end()) {
      case LENGTH -> pass(framing.length());
      case CHUNKS -> chunks();
      case CONNECTION -> all();
    }
  }

  private void pass(long length) throws IOException, InterruptedException {
    long left = length;
    while (left > 0) {
      if (in.available() == 0) {
        in.require();
      }
      left -= handOn((int) Math.min(left, in.available()));
    }
  }

  private void all() throws IOException, InterruptedException {
    do {
      handOn(in.available());
    } while (in.more());
  }

  private int handOn(int count) throws IOException {
    if (count > 0) {
      content.take(in.buffer(), in.start(), count);
      in.skip(count);
    }
    return count;
  }

  /** RFC 9112 section 7.1. Extensions and trailers are read over. */
  private void chunks() throws IOException, InterruptedException {
    long size = chunkSize();
    while (size > 0) {
      pass(size);
      in.lineEnd();
      size = chunkSize();
    }
    new HeadReader(in).fields();
  }

  private long chunkSize() throws IOException, InterruptedException {
    long size = 0;
    int digits = 0;
    byte next = in.next();
    while (Character.digit(next, 16) >= 0 && digits < MOST_DIGITS) {
      size = 16 * size + Character.digit(next, 16);
      digits++;
      next = in.next();
    }
    boolean ends = next == '\n' || (next == '\r' && in.line(LONGEST_CHUNK_LINE).isEmpty());
    if (digits == 0 || !(ends || isExtension(next))) {
      throw new ProtocolException("a chunk without a good size");
    }
    return size;
  }

  private boolean isExtension(byte first) throws IOException, InterruptedException {
    boolean extension = first == ';' || first == ' ' || first == '\t';
    if (extension) {
      in.line(LONGEST_CHUNK_LINE);
    }
    return extension;
  }
}
