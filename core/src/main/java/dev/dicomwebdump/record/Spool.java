package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.exchange.OutputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are held for a while: in memory, and from 1 MiB on in a file that has no name, so that
 * nothing of it is there after the process, however that ends. Written by one thread, then read by
 * many. Closed, it lasts until the last stream on it is closed.
 */
final class Spool implements AutoCloseable {

  private static final int MOST_IN_MEMORY = 1 << 20;

  private final ArchiveFolder folder;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable FileChannel file;
  private int users = 1;

  /**
   * @param folder has the room for what is too large for memory
   */
  Spool(ArchiveFolder folder) {
    this.folder = folder;
  }

  void write(byte[] buffer, int offset, int length) {
    if (file == null && memory.size() + length <= MOST_IN_MEMORY) {
      memory.write(buffer, offset, length);
      return;
    }
    try {
      if (file == null) {
        file = folder.openNameless();
        writeFully(file, memory.toByteArray(), 0, memory.size());
        memory = new ByteArrayOutputStream(0);
      }
      writeFully(file, buffer, offset, length);
    } catch (IOException e) {
      throw new OutputException("cannot hold a response in " + folder, e);
    }
  }

  private static void writeFully(FileChannel file, byte[] buffer, int offset, int length)
      throws IOException {
    for (ByteBuffer left = ByteBuffer.wrap(buffer, offset, length); left.hasRemaining(); ) {
      file.write(left);
    }
  }

  /** What was written, from its first byte; the caller closes it. */
  synchronized InputStream open() {
    if (users == 0) {
      throw new IllegalStateException("it is closed");
    }
    users++;
    return new FilterInputStream(
        file == null ? new ByteArrayInputStream(memory.toByteArray()) : new FileReading(file)) {
      private boolean closed;

      @Override
      public void close() {
        if (!closed) {
          closed = true;
          Spool.this.close();
        }
      }
    };
  }

  @Override
  public synchronized void close() {
    users--;
    if (users > 0) {
      return;
    }
    memory = new ByteArrayOutputStream(0);
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new OutputException("cannot close what was held in " + folder, e);
    }
  }

  /** Reads a file from its first byte, whatever others read of it. */
  private static final class FileReading extends InputStream {

    private final FileChannel file;
    private long at;

    FileReading(FileChannel file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = file.read(ByteBuffer.wrap(buffer, offset, length), at);
      at += Math.max(0, read);
      return read;
    }

    /** Java's gzip looks for another member only where there is more. */
    @Override
    public int available() throws IOException {
      return (int) Math.min(file.size() - at, Integer.MAX_VALUE);
    }
  }
}
