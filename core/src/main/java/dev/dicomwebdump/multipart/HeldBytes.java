package dev.dicomwebdump.multipart;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/**
 * Joins the pieces in which a body arrives: what the reader is not done with comes to it again,
 * with what follows. Large pieces are read where they are, not copied.
 */
final class HeldBytes {

  /** How much of a new piece is put behind held bytes at a time. */
  private static final int SEAM = 1024;

  private final ToIntFunction<Stretch> reader;
  private byte[] held = new byte[2 * SEAM];
  private int count;

  /** The offset in the body of the first byte that the reader is not done with. */
  private long offset;

  HeldBytes(ToIntFunction<Stretch> reader, long offset) {
    this.reader = reader;
    this.offset = offset;
  }

  void accept(byte[] buffer, int from, int to) {
    int at = from;
    while (count > 0 && at < to) {
      at = readSeam(buffer, at, Math.min(at + SEAM, to));
    }
    if (at < to) {
      hold(buffer, read(new Stretch(buffer, at, to, offset, false)), to);
    }
  }

  /** The offset in the body at which the next bytes are expected. */
  long reached() {
    return offset + count;
  }

  /** Lets the reader know that no more bytes come. */
  Stretch end() {
    Stretch all = new Stretch(held, 0, count, offset, true);
    return all.startingAt(read(all));
  }

  /** Reads the held bytes with some new ones; returns where in the buffer to read on. */
  private int readSeam(byte[] buffer, int from, int to) {
    int before = count;
    hold(buffer, from, to);
    int done = read(new Stretch(held, 0, count, offset, false));
    if (done >= before) {
      count = 0;
      return from + (done - before);
    }
    System.arraycopy(held, done, held, 0, count - done);
    count -= done;
    return to;
  }

  private int read(Stretch stretch) {
    int done = reader.applyAsInt(stretch);
    offset += done - stretch.from;
    return done;
  }

  private void hold(byte[] buffer, int from, int to) {
    int needed = count + (to - from);
    if (needed > held.length) {
      held = Arrays.copyOf(held, Math.max(needed, 2 * held.length));
    }
    System.arraycopy(buffer, from, held, count, to - from);
    count = needed;
  }
}
