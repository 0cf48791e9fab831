package dev.dicomwebdump.stress;

import dev.dicomwebdump.exchange.Problem;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of the requests for one kind of resource, or for several together. Immutable.
 *
 * @param requests how many came to an end
 * @param verified how many of them gave what was asked for, whole
 * @param bytes of all bodies
 * @param whole how long they took from when they were due to their last byte, those that failed too
 * @param firstByte the same, to the end of the response's head
 * @param statuses how many were answered so; 0 where no response came
 * @param problems how many failed so
 * @param example the first problem that was met; null when there was none
 */
public record KindFigures(
    long requests,
    long verified,
    long bytes,
    Latencies whole,
    Latencies firstByte,
    SortedMap<Integer, Long> statuses,
    Map<Problem.Kind, Long> problems,
    @Nullable Problem example) {

  public KindFigures {
    statuses = new TreeMap<>(statuses);
    problems = problems.isEmpty() ? Map.of() : new EnumMap<>(problems);
  }

  /** Of several kinds together. */
  static KindFigures of(Collection<KindFigures> all) {
    SortedMap<Integer, Long> statuses = new TreeMap<>();
    Map<Problem.Kind, Long> problems = new EnumMap<>(Problem.Kind.class);
    for (KindFigures one : all) {
      one.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
      one.problems.forEach((kind, count) -> problems.merge(kind, count, Long::sum));
    }
    return new KindFigures(
        all.stream().mapToLong(KindFigures::requests).sum(),
        all.stream().mapToLong(KindFigures::verified).sum(),
        all.stream().mapToLong(KindFigures::bytes).sum(),
        Latencies.of(all.stream().map(KindFigures::whole).toList()),
        Latencies.of(all.stream().map(KindFigures::firstByte).toList()),
        statuses,
        problems,
        all.stream().map(KindFigures::example).filter(one -> one != null).findFirst().orElse(null));
  }

  /** How many gave something else than what was asked for, or nothing. */
  public long failed() {
    return requests - verified;
  }
}
