package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.RecordOutline;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Repetition;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers the figures of records as they come, and keeps none of them. For one thread. */
final class Gathering {

  private final TrafficTally traffic = new TrafficTally();
  private final Map<ResourceKind, KindTally> kinds = new EnumMap<>(ResourceKind.class);
  private final LatencyTally latencies = new LatencyTally();
  private final TimelineTally timeline = new TimelineTally();
  private final StatusTally statuses = new StatusTally();
  private final ErrorTally errors = new ErrorTally();
  private final ConnectionTally connections = new ConnectionTally();
  private final ExchangePicker exchanges = new ExchangePicker();

  /**
   * Adds all exchanges of a record.
   *
   * @param path where it lies, relative to the folder
   */
  void add(String path, RecordOutline record) {
    List<Exchange> all = new ArrayList<>(record.exchange().earlier());
    all.add(record.exchange());
    for (int i = 0; i < all.size(); i++) {
      boolean last = i == all.size() - 1;
      add(
          new Told(
              record.kind(),
              i + 1,
              all.get(i),
              last ? null : Repetition.of(all.get(i), all.get(i + 1)),
              last ? record.outcome() : null,
              path));
    }
  }

  private void add(Told told) {
    traffic.add(told);
    kinds.computeIfAbsent(told.kind(), kind -> new KindTally()).add(told);
    latencies.add(told);
    timeline.add(told);
    statuses.add(told);
    errors.add(told);
    connections.add(told);
    exchanges.add(told.figures());
  }

  /** How many exchanges there were so far. */
  long requests() {
    return traffic.requests();
  }

  /** The content that came with them. */
  long bytes() {
    return traffic.bytes();
  }

  /** All that was gathered. */
  ReportFigures figures(String program, String folder, DumpFigures dump, RecordFigures records) {
    List<KindFigures> ofKinds = new ArrayList<>();
    kinds.forEach((kind, tally) -> ofKinds.add(tally.figures(kind)));
    return new ReportFigures(
        program,
        folder,
        dump,
        records,
        traffic.figures(timeline.busy()),
        ofKinds,
        latencies.figures(),
        timeline.timeline(),
        statuses.figures(),
        errors.figures(),
        connections.figures(),
        exchanges.slowest(),
        exchanges.selection());
  }
}
