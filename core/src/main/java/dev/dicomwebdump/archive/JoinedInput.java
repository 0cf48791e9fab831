package dev.dicomwebdump.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;

/**
 * Streams one after another, each opened when its turn comes and closed after it. For one thread.
 */
public final class JoinedInput extends InputStream {

  private final Iterator<Piece> pieces;
  private InputStream current = InputStream.nullInputStream();

  /** A stretch that is not opened yet. */
  @FunctionalInterface
  public interface Piece {

    /**
     * Opens it; the caller closes it.
     *
     * @throws IOException when it is not there, or cannot be read
     */
    InputStream open() throws IOException;
  }

  /**
   * @param pieces asked for the next one when the one before has ended
   */
  public JoinedInput(Iterator<Piece> pieces) {
    this.pieces = pieces;
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
    int read = current.read(buffer, offset, length);
    while (read < 0 && pieces.hasNext()) {
      current.close();
      current = pieces.next().open();
      read = current.read(buffer, offset, length);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
