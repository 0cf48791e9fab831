package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.JoinedInput;
import java.io.InputStream;
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
    return new JoinedInput(pieces.stream().<JoinedInput.Piece>map(each -> each::open).iterator());
  }
}
