package dev.dicomwebdump.testkit.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lets so many bytes through and drops the rest. */
final class LimitedOutputStream extends FilterOutputStream {
  private long left;

  LimitedOutputStream(OutputStream out, long limit) {
    super(out);
    this.left = limit;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] b, int off, int len) throws IOException {
    int passing = (int) Math.min(left, len);
    out.write(b, off, passing);
    left -= passing;
  }
}
