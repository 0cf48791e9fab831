package dev.dicomwebdump.cli.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A counter for each of some labels. Safe for use by many threads at once. */
final class Counts {

  private final String name;
  private final String help;
  private final Map<Labels, LongAdder> counts = new ConcurrentHashMap<>();

  /**
   * @param name without the ending {@code _total}
   */
  Counts(String name, String help) {
    this.name = name;
    this.help = help;
  }

  /**
   * Counts one.
   *
   * @param labels names and values by turns
   */
  void add(String... labels) {
    counts.computeIfAbsent(Labels.of(labels), key -> new LongAdder()).increment();
  }

  CounterSnapshot snapshot() {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    counts.forEach((labels, count) -> counter.dataPoint(point(labels, count.sum())));
    return counter.build();
  }

  /** A counter without labels, of what is counted elsewhere. */
  static CounterSnapshot of(String name, String help, long count) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    return counter.dataPoint(point(Labels.EMPTY, count)).build();
  }

  private static CounterDataPointSnapshot point(Labels labels, long count) {
    return CounterDataPointSnapshot.builder().labels(labels).value((double) count).build();
  }
}
