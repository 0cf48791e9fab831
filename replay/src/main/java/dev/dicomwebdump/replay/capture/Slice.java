package dev.dicomwebdump.replay.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stretch of a stream. Closing it closes the stream. */
final class Slice extends FilterInputStream {

  private long left;

  private Slice(InputStream in, long length) {
    super(in);
    this.left = length;
  }

  /** Goes to the stretch; closes the stream when it is not there. */
  static InputStream of(InputStream in, long from, long length) throws IOException {
    try {
      in.skipNBytes(from);
      return new Slice(in, length);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = left == 0 ? -1 : in.read(buffer, offset, (int) Math.min(left, length));
    left -= Math.max(0, read);
    return read;
  }
}
