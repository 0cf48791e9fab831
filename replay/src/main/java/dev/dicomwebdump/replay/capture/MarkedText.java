package dev.dicomwebdump.replay.capture;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text of which a stretch can be had again after it was read by someone else: what was read since
 * the mark, or else what was read last. For one thread.
 */
final class MarkedText extends FilterReader {

  private final StringBuilder kept = new StringBuilder();
  private long keptFrom;
  private int lastRead;
  private boolean marked;

  MarkedText(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      if (!marked) {
        forget(kept.length() - lastRead);
      }
      kept.append(buffer, offset, read);
      lastRead = read;
    }
    return read;
  }

  /** Keeps what is read from now on, and from this position, which was among the last read. */
  void keepFrom(long position) {
    forget((int) (position - keptFrom));
    marked = true;
  }

  /** The text from the mark to a position; the mark is gone. */
  String upTo(long position) {
    marked = false;
    return kept.substring(0, (int) (position - keptFrom));
  }

  private void forget(int characters) {
    kept.delete(0, characters);
    keptFrom += characters;
    lastRead = Math.min(lastRead, kept.length());
  }
}
