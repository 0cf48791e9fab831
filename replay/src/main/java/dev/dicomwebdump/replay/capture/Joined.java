package dev.dicomwebdump.replay.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Enumeration;
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
  public InputStream open() throws IOException {
    Iterator<Content> left = pieces.iterator();
    try {
      return new SequenceInputStream(
          new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
              return left.hasNext();
            }

            @Override
            public InputStream nextElement() {
              return openUnchecked(left.next());
            }
          });
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private static InputStream openUnchecked(Content piece) {
    try {
      return piece.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
