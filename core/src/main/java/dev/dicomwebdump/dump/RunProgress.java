package dev.dicomwebdump.dump;

import java.util.concurrent.atomic.LongAdder;

/** Counters of a run that views poll. Safe for use by many threads at once. */
final class RunProgress {

  private final LongAdder known = new LongAdder();
  private final LongAdder done = new LongAdder();
  private final LongAdder failed = new LongAdder();

  void known(long more) {
    known.add(more);
  }

  void done(boolean complete) {
    done.increment();
    if (!complete) {
      failed.increment();
    }
  }

  Progress snapshot(long bytes) {
    long doneNow = done.sum();
    return new Progress(bytes, doneNow, Math.max(known.sum(), doneNow), failed.sum());
  }
}
