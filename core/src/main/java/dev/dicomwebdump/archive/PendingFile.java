package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being written under a temporary name. {@link #moveTo} gives it its final name;
 * closed without that, it is deleted. For one thread at a time; the one who made it closes it.
 */
public final class PendingFile implements AutoCloseable {

  /** Writes of fewer bytes are joined. */
  private static final int SMALL = 8 * 1024;

  private final ArchiveFolder folder;
  private final String temporary;
  private final Path file;
  private OutputStream out;
  private boolean settled;
  private @Nullable IOException failure;

  PendingFile(ArchiveFolder folder, String path) {
    this.folder = folder;
    temporary = Layout.temporary(path);
    file = folder.resolve(temporary);
    try {
      out = folder.openAnew(file);
    } catch (IOException e) {
      throw new OutputException("cannot create " + file, e);
    }
  }

  /**
   * Writes bytes at the end of the file.
   *
   * @throws OutputException when they cannot be written
   */
  public void write(byte[] buffer, int offset, int length) {
    if (length < SMALL && !(out instanceof BufferedOutputStream)) {
      out = new BufferedOutputStream(out, SMALL);
    }
    try {
      out.write(buffer, offset, length);
    } catch (IOException e) {
      failure = e;
      throw new OutputException("cannot write " + file, e);
    }
  }

  /**
   * Ends the writing and opens the file, still under its temporary name, to read it from its
   * beginning. The caller closes the stream.
   *
   * @throws IOException when it cannot be read
   * @throws OutputException when it cannot be written out
   */
  public InputStream read() throws IOException {
    endWriting();
    return Files.newInputStream(file);
  }

  /**
   * Ends the writing, and says whether the file is the same to the byte as another.
   *
   * @param path a path of {@link Layout} in the same folder
   * @throws OutputException when it cannot be written out, or one cannot be read
   */
  public boolean isSameAs(String path) {
    endWriting();
    return folder.areSame(temporary, path);
  }

  /**
   * Ends the file and gives it its final name in one step, in place of what is there.
   *
   * @param path a path of {@link Layout} in the same folder
   * @throws OutputException when it cannot be written out or moved
   */
  public void moveTo(String path) {
    endWriting();
    folder.move(file, folder.resolve(path));
    settled = true;
  }

  /**
   * Ends the file and leaves it under its temporary name, which is that of {@link
   * Layout#temporary}, to whoever made it.
   *
   * @throws OutputException when it cannot be written out
   */
  public void leave() {
    endWriting();
    settled = true;
  }

  /** Deletes the file unless it has its final name, or was left. */
  @Override
  public void close() {
    if (!settled) {
      try {
        closeStream();
      } finally {
        folder.delete(temporary);
      }
    }
  }

  /** What could not be written once is not whole, whatever can be written after. */
  private void endWriting() {
    closeStream();
    if (failure != null) {
      throw new OutputException("cannot write " + file, failure);
    }
  }

  private void closeStream() {
    try {
      out.close();
    } catch (IOException e) {
      failure = e;
      throw new OutputException("cannot write " + file, e);
    }
  }
}
