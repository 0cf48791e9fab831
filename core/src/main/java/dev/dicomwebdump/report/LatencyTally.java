package dev.dicomwebdump.report;

import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long each phase took, of each kind and of all together. For one thread. */
final class LatencyTally {

  private final Map<Phase, DurationTally> together = new EnumMap<>(Phase.class);
  private final Map<ResourceKind, Map<Phase, DurationTally>> kinds =
      new EnumMap<>(ResourceKind.class);

  void add(Told told) {
    if (told.isAnswered()) {
      add(told.exchange().timings(), together);
      add(
          told.exchange().timings(),
          kinds.computeIfAbsent(told.kind(), kind -> new EnumMap<>(Phase.class)));
    }
  }

  List<LatencyFigures> figures() {
    List<LatencyFigures> figures = new ArrayList<>();
    addTo(figures, null, together);
    kinds.forEach((kind, phases) -> addTo(figures, kind, phases));
    return figures;
  }

  private static void add(Timings timings, Map<Phase, DurationTally> phases) {
    for (Phase phase : Phase.values()) {
      Duration took = phase.of(timings);
      if (took != null) {
        phases.computeIfAbsent(phase, key -> new DurationTally()).add(took);
      }
    }
  }

  private static void addTo(
      List<LatencyFigures> figures, @Nullable ResourceKind kind, Map<Phase, DurationTally> phases) {
    phases.forEach(
        (phase, tally) -> figures.add(new LatencyFigures(kind, phase, tally.percentiles())));
  }
}
