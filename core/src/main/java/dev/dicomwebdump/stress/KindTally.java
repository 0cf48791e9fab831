package dev.dicomwebdump.stress;

import dev.dicomwebdump.exchange.Problem;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Counts the requests for one kind of resource. For one thread at a time. */
final class KindTally {

  private final Histogram whole = Latencies.histogram();
  private final Histogram firstByte = Latencies.histogram();
  private final SortedMap<Integer, Long> statuses = new TreeMap<>();
  private final Map<Problem.Kind, Long> problems = new EnumMap<>(Problem.Kind.class);
  private Histogram interval = Latencies.histogram();
  private long requests;
  private long verified;
  private long bytes;
  private @Nullable Problem example;

  void add(Measurement measured) {
    requests++;
    bytes += measured.bytes();
    statuses.merge(measured.status(), 1L, Long::sum);
    long took = measured.end() - measured.due();
    Latencies.record(whole, took);
    Latencies.record(interval, took);
    if (measured.firstByte() != null) {
      Latencies.record(firstByte, measured.firstByte() - measured.due());
    }
    Problem problem = measured.problem();
    if (problem == null) {
      verified++;
    } else {
      problems.merge(problem.kind(), 1L, Long::sum);
      example = example == null ? problem : example;
    }
  }

  /** What was added since this was asked for last; the caller's own. */
  Histogram takeInterval() {
    Histogram taken = interval;
    interval = Latencies.histogram();
    return taken;
  }

  KindFigures figures() {
    return new KindFigures(
        requests,
        verified,
        bytes,
        Latencies.of(whole),
        Latencies.of(firstByte),
        statuses,
        problems,
        example);
  }
}
