package dev.dicomwebdump.cli.metrics;

import dev.dicomwebdump.exchange.Exchange;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** How long exchanges took, in fixed buckets. Safe for use by many threads at once. */
final class Latencies {

  /** Upper bounds, in seconds. */
  private static final double[] BOUNDS = {
    0.001,
    0.0025,
    0.005,
    0.01,
    0.025,
    0.05,
    0.1,
    0.25,
    0.5,
    1,
    2.5,
    5,
    10,
    30,
    60,
    300,
    Double.POSITIVE_INFINITY
  };

  private final LongAdder[] counts = new LongAdder[BOUNDS.length];
  private final DoubleAdder seconds = new DoubleAdder();

  Latencies() {
    Arrays.setAll(counts, bucket -> new LongAdder());
  }

  void add(Exchange exchange) {
    double took = exchange.timings().total().toNanos() / 1e9;
    int found = Arrays.binarySearch(BOUNDS, took);
    counts[found < 0 ? -found - 1 : found].increment();
    seconds.add(took);
  }

  /** Whether there was any. */
  boolean areThere() {
    return Arrays.stream(counts).anyMatch(count -> count.sum() > 0);
  }

  HistogramDataPointSnapshot snapshot(Labels labels) {
    Long[] now = Arrays.stream(counts).map(LongAdder::sum).toArray(Long[]::new);
    return HistogramDataPointSnapshot.builder()
        .labels(labels)
        .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, now))
        .sum(seconds.sum())
        .build();
  }
}
