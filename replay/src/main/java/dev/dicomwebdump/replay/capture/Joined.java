package dev.dicomwebdump.replay.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Contents one after another, each opened when its turn comes. */
final class Joined implements Content {

  private final List<Content> pieces;

  Joined(List<Content> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  @Override
  public long length() {
    long length = 0;
    for (Content piece : pieces) {
      if (piece.length() < 0) {
        return -1;
      }
      length += piece.length();
    }
    return length;
  }

  @Override
  public InputStream open() {
    return new Stream(pieces.iterator());
  }

  private static final class Stream extends InputStream {

    private final Iterator<Content> left;
    private InputStream current = InputStream.nullInputStream();

    Stream(Iterator<Content> left) {
      this.left = left;
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
      while (read < 0 && left.hasNext()) {
        current.close();
        current = left.next().open();
        read = current.read(buffer, offset, length);
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      current.close();
    }
  }
}
