package dev.dicomwebdump.benchmarks.result;

import dev.dicomwebdump.benchmarks.contender.Curl;
import dev.dicomwebdump.benchmarks.contender.Dump;
import dev.dicomwebdump.benchmarks.trial.Measurement;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a work came to.
 *
 * @param bytes of all bodies
 * @param contenders all measurements, by name, in the order of the tables
 * @param absent why a contender did not take part, by name
 */
public record WorkResult(
    String work,
    long requests,
    long bytes,
    Map<String, List<Measurement>> contenders,
    Map<String, String> absent) {

  /** The wall time of one that took part. */
  Spread wall(String contender) {
    return Spread.of(of(contender).stream().map(Measurement::wallSeconds).toList());
  }

  double cpuSeconds(String contender) {
    return Spread.of(of(contender).stream().map(Measurement::cpuSeconds).toList()).median();
  }

  long peakBytes(String contender) {
    return of(contender).stream().mapToLong(Measurement::peakBytes).max().orElse(0);
  }

  /** How many of its downloads were not what they should be. */
  long failures(String contender) {
    return of(contender).stream().filter(one -> one.problem() != null).count();
  }

  boolean has(String contender) {
    return !of(contender).isEmpty();
  }

  /** The wall time of one as a multiple of curl's; empty where one of them did not take part. */
  OptionalDouble ratio(String contender) {
    return has(contender) && has(Curl.NAME)
        ? OptionalDouble.of(wall(contender).median() / wall(Curl.NAME).median())
        : OptionalDouble.empty();
  }

  /** The name under which the program took part. */
  String ours() {
    return contenders.keySet().stream()
        .filter(name -> name.startsWith(Dump.NAME))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the program did not take part in " + work));
  }

  private List<Measurement> of(String contender) {
    return contenders.getOrDefault(contender, List.of());
  }
}
