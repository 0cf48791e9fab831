package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.ByteSize;
import java.util.concurrent.atomic.AtomicLong;

/** So much may be held in memory at once. Safe for use by many threads at once. */
public final class MemoryBudget {

  private final AtomicLong left;

  /**
   * @param most how much all who share it may hold together
   */
  public MemoryBudget(ByteSize most) {
    left = new AtomicLong(most.bytes());
  }

  /** Takes so many bytes; returns whether there were so many left, else none is taken. */
  boolean take(long bytes) {
    return left.getAndUpdate(now -> now < bytes ? now : now - bytes) >= bytes;
  }

  /** Gives back what was taken. */
  void giveBack(long bytes) {
    left.addAndGet(bytes);
  }
}
