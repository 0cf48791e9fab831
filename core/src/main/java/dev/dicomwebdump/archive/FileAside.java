package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that need not lie in a dump. What is written gathers beside it, under a temporary name,
 * until {@link #finish}; closed without that, it is gone. For one thread at a time.
 */
public final class FileAside implements AutoCloseable {

  private final Path file;
  private final Path temporary;
  private final OutputStream out;
  private boolean finished;

  /**
   * Begins the file.
   *
   * @throws OutputException when it cannot be made
   */
  public FileAside(Path file, Permissions permissions) {
    this.file = file;
    temporary = Path.of(Layout.temporary(file.toString()));
    try {
      Files.deleteIfExists(temporary);
      Files.createFile(temporary, new Modes(permissions, file.getFileSystem()).file());
      out = new BufferedOutputStream(Files.newOutputStream(temporary));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Writes a whole file.
   *
   * @throws OutputException when it cannot be written
   */
  public static void write(Path file, byte[] content, Permissions permissions) {
    try (FileAside aside = new FileAside(file, permissions)) {
      aside.take(content);
      aside.finish();
    }
  }

  private void take(byte[] content) {
    try {
      out.write(content);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Takes what the file is to hold; closed with this. */
  public OutputStream out() {
    return out;
  }

  /**
   * Gives the file its final name, in place of what is there; nothing can be added after that.
   *
   * @throws OutputException when it cannot be written out or moved
   */
  public void finish() {
    try {
      out.close();
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      finished = true;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Deletes what was written unless it was finished. */
  @Override
  public void close() {
    if (!finished) {
      try (out) {
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        throw new OutputException("cannot delete " + temporary, e);
      }
    }
  }

  /** That the file could not be written. */
  OutputException failed(IOException e) {
    return new OutputException("cannot write " + file, e);
  }
}
