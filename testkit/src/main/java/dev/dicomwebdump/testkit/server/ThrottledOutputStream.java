package dev.dicomwebdump.testkit.server;

import dev.dicomwebdump.testkit.server.Delivery.Pace;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends so many bytes, then waits for a period; no longer once the server is closing. */
final class ThrottledOutputStream extends FilterOutputStream {
  private final Pace pace;
  private final CountDownLatch closing;

  ThrottledOutputStream(OutputStream out, Pace pace, CountDownLatch closing) {
    super(out);
    this.pace = pace;
    this.closing = closing;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] b, int off, int len) throws IOException {
    for (int from = off; from < off + len; from += pace.bytes()) {
      out.write(b, from, Math.min(pace.bytes(), off + len - from));
      out.flush();
      pause();
    }
  }

  private void pause() throws IOException {
    try {
      boolean closed = closing.await(pace.period().toNanos(), TimeUnit.NANOSECONDS);
      if (closed) {
        throw new IOException("the server is closing");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted between two periods");
    }
  }
}
