package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that need not lie in a dump. What is written gathers beside it, under a temporary name,
 * until {@link #finish}; closed without that, it is gone. For one thread at a time.
 */
public final class FileAside implements AutoCloseable {

  private final Path file;
  private final @Nullable Path temporary;
  private final OutputStream out;
  private boolean finished;

  /**
   * Begins the file.
   *
   * @throws OutputException when it cannot be made
   */
  public FileAside(Path named, Permissions permissions) {
    try {
      file = Files.isSymbolicLink(named) && Files.exists(named) ? named.toRealPath() : named;
      temporary = isSpecial(file) ? null : begun(file, permissions);
      out = new BufferedOutputStream(Files.newOutputStream(temporary == null ? file : temporary));
    } catch (IOException e) {
      throw new OutputException("cannot write " + named, e);
    }
  }

  /** A device or a pipe is written to as it is: no file can take its place. */
  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static Path begun(Path file, Permissions permissions) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "it is a folder");
    }
    Path temporary = Path.of(Layout.temporary(file.toString()));
    Files.deleteIfExists(temporary);
    return Files.createFile(temporary, new Modes(permissions, file.getFileSystem()).file());
  }

  /**
   * Finishes the file with its last content, be it all.
   *
   * @throws OutputException when it cannot be written
   */
  public void finish(byte[] content) {
    try {
      out.write(content);
    } catch (IOException e) {
      throw failed(e);
    }
    finish();
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
      if (temporary != null) {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      }
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
        if (temporary != null) {
          Files.deleteIfExists(temporary);
        }
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
