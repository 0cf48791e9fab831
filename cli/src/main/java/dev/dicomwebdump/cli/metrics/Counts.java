package dev.dicomwebdump.cli.metrics;

import dev.dicomwebdump.resource.ResourceKind;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * A counter for each kind of resource and each value of one label more. Safe for use by many
 * threads at once.
 */
final class Counts {

  private final String name;
  private final String help;
  private final String label;
  private final Map<ResourceKind, Map<String, LongAdder>> counts =
      new EnumMap<>(ResourceKind.class);

  /**
   * @param name without the ending {@code _total}
   * @param label the name of the label beside the kind
   */
  Counts(String name, String help, String label) {
    this.name = name;
    this.help = help;
    this.label = label;
    for (ResourceKind kind : ResourceKind.values()) {
      counts.put(kind, new ConcurrentHashMap<>());
    }
  }

  /**
   * Counts one.
   *
   * @param value of the label
   */
  void add(ResourceKind kind, String value) {
    Objects.requireNonNull(counts.get(kind))
        .computeIfAbsent(value, unknown -> new LongAdder())
        .increment();
  }

  CounterSnapshot snapshot() {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    counts.forEach(
        (kind, byValue) ->
            byValue.forEach(
                (value, count) ->
                    counter.dataPoint(
                        point(
                            Labels.of(RequestMetrics.KIND, kind.published(), label, value),
                            count.sum()))));
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
