package dev.dicomwebdump.report;

import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.EnumMap;
import java.util.Map;

/** What came of one kind of resource. For one thread. */
final class KindTally {

  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final Distribution sizes = new Distribution();
  private long requests;
  private long bytes;

  void add(Told told) {
    requests++;
    bytes += told.exchange().bodyBytes();
    if (told.outcome() != null) {
      outcomes.merge(told.outcome(), 1L, Long::sum);
    }
    if (told.outcome() == Outcome.COMPLETE) {
      sizes.add(told.exchange().bodyBytes());
    }
  }

  KindFigures figures(ResourceKind kind) {
    return new KindFigures(
        kind,
        count(Outcome.COMPLETE),
        count(Outcome.INCOMPLETE),
        count(Outcome.FAILED),
        count(Outcome.UNSUPPORTED),
        requests,
        bytes,
        new SizeFigures(sizes.count(), sizes.total(), sizes.at(50), sizes.max()));
  }

  private long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }
}
