package dev.dicomwebdump.archive;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads characters so that no surrogate pair is cut in two between reads: a generator that writes
 * what each read brings could not write a half. For one thread.
 */
final class WholePairs extends FilterReader {

  private static final int NONE = -1;

  private int held = NONE;

  /**
   * @param in has no half pairs itself; closed with this
   */
  WholePairs(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    throw new UnsupportedOperationException("one character may be half a pair");
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int all = giveBack(buffer, offset);
    int read;
    do {
      read = in.read(buffer, offset + all, length - all);
      all += Math.max(0, read);
    } while (read > 0 && all == 1 && Character.isHighSurrogate(buffer[offset]));
    if (all > 1 && Character.isHighSurrogate(buffer[offset + all - 1])) {
      all--;
      held = buffer[offset + all];
    }
    return all == 0 ? -1 : all;
  }

  private int giveBack(char[] buffer, int offset) {
    if (held == NONE) {
      return 0;
    }
    buffer[offset] = (char) held;
    held = NONE;
    return 1;
  }
}
