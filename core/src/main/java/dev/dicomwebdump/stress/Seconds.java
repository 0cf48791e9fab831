package dev.dicomwebdump.stress;

import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Divides a run into seconds. Added to by one thread, read by any. */
final class Seconds {

  private final Tally tally;
  private final long measured;
  private final List<Second> all = new ArrayList<>();
  private Tally.Counts before = new Tally.Counts(0, 0, 0, 0);
  private long last;

  /**
   * @param measured when what is measured begins, by the clock
   */
  Seconds(Tally tally, long measured) {
    this.tally = tally;
    this.measured = measured;
    this.last = measured;
  }

  /**
   * Ends a second.
   *
   * @param now the time, by the clock
   * @return what was measured in it, of each kind
   */
  synchronized Map<ResourceKind, Histogram> end(long now) {
    Map<ResourceKind, Histogram> interval = tally.takeInterval();
    Tally.Counts counts = tally.counts();
    Latencies latencies = Latencies.of(interval.values().stream().map(Latencies::of).toList());
    all.add(
        new Second(
            Duration.ofNanos(last - measured),
            Duration.ofNanos(now - last),
            counts.requests() - before.requests(),
            counts.failed() - before.failed(),
            counts.bytes() - before.bytes(),
            counts.inFlight(),
            latencies.percentile(50),
            latencies.percentile(99)));
    before = counts;
    last = now;
    return interval;
  }

  /** The last one. */
  synchronized Second last() {
    return all.isEmpty() ? Second.NONE : all.get(all.size() - 1);
  }

  synchronized List<Second> all() {
    return List.copyOf(all);
  }
}
