package dev.dicomwebdump.benchmarks.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** One direction of a connection: what goes in comes out so much later, in order. */
final class DelayLine {

  private static final int BUFFER = 1 << 16;

  /** 16 MB at most: more than 50 ms of what one connection carries here. */
  private static final int MOST_CHUNKS = 256;

  private final BlockingQueue<Chunk> chunks = new LinkedBlockingQueue<>(MOST_CHUNKS);
  private final long nanos;
  private volatile boolean abandoned;

  DelayLine(Duration delay) {
    nanos = delay.toNanos();
  }

  /** Reads to the end, or until nobody wants it. */
  void fill(InputStream in) {
    byte[] buffer = new byte[BUFFER];
    try {
      int read = in.read(buffer);
      while (read >= 0 && !abandoned) {
        put(Arrays.copyOf(buffer, read));
        read = in.read(buffer);
      }
    } catch (IOException e) {
      // A connection that breaks ends here as one that is closed: neither is the proxy's affair.
    }
    put(new byte[0]);
  }

  /** Writes each chunk when its time has come; ends when the reader has ended. */
  void drain(OutputStream out) throws IOException {
    Chunk chunk = take();
    while (chunk.bytes.length > 0) {
      LockSupport.parkNanos(chunk.due - System.nanoTime());
      while (chunk.due - System.nanoTime() > 0) {
        LockSupport.parkNanos(chunk.due - System.nanoTime());
      }
      out.write(chunk.bytes);
      chunk = take();
    }
  }

  /** What is still to come is thrown away. */
  void abandon() {
    abandoned = true;
    chunks.clear();
  }

  private void put(byte[] bytes) {
    try {
      chunks.put(new Chunk(bytes, System.nanoTime() + nanos));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private Chunk take() {
    try {
      return chunks.take();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private static final class Chunk {
    final byte[] bytes;
    final long due;

    Chunk(byte[] bytes, long due) {
      this.bytes = bytes;
      this.due = due;
    }
  }
}
