package dev.dicomwebdump.dump;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Steps that are given; counts how many such cursors are open at once. */
final class FakeCursor extends WorkCursor {

  /** How many cursors are open, and the most that ever were. */
  static final class Count {
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
  }

  private final Iterator<? extends Step> steps;
  private final Count count;
  private boolean closed;

  FakeCursor(Level level, @Nullable StudyRun study, Count count, Stream<? extends Step> steps) {
    super(level, study);
    this.steps = steps.iterator();
    this.count = count;
    count.most.accumulateAndGet(count.open.incrementAndGet(), Math::max);
  }

  @Override
  @Nullable Step next() throws IOException {
    if (closed) {
      throw new IOException("the cursor is closed");
    }
    return steps.hasNext() ? steps.next() : null;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      count.open.decrementAndGet();
    }
  }
}
