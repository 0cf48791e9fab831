package dev.dicomwebdump.testkit.server;

import java.io.OutputStream;

/** Counts what is written, and keeps nothing. */
final class CountingOutputStream extends OutputStream {
  private long count;

  @Override
  public void write(int b) {
    count++;
  }

  @Override
  public void write(byte[] b, int off, int len) {
    count += len;
  }

  long count() {
    return count;
  }
}
