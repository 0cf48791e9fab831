package dev.dicomwebdump.stress;

import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run came to. Immutable.
 *
 * @param settings what was to be done
 * @param started when what is measured began
 * @param measured how long it lasted, to the end of the last request
 * @param ending what ended it
 * @param listed how many different requests there were
 * @param found how many there are; more than in the list where it is a sample
 * @param unread how many files and folders of a capture could not be read; what they are of may not
 *     be in the list
 * @param warmup how many requests were made before, and are not measured
 * @param unfinished how many requests this program broke off in the end; they are not in the
 *     figures
 * @param kinds what was measured of each kind
 * @param whole what was measured of all kinds
 * @param lateness how late the requests of an open loop began
 * @param seconds what each second came to
 * @param generator what the run took of its machine
 * @param limits why this program, and not the server, limited the run, a line each; empty when it
 *     did not
 */
public record StressResult(
    StressSettings settings,
    Instant started,
    Duration measured,
    RunEnding ending,
    long listed,
    long found,
    long unread,
    long warmup,
    long unfinished,
    Map<ResourceKind, KindFigures> kinds,
    KindFigures whole,
    Lateness lateness,
    List<Second> seconds,
    GeneratorLoad generator,
    List<String> limits) {

  public StressResult {
    kinds = kinds.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(kinds));
    seconds = List.copyOf(seconds);
    limits = List.copyOf(limits);
  }

  /** What was measured of some kinds together. */
  public KindFigures of(KindName name) {
    return KindFigures.of(
        kinds.entrySet().stream()
            .filter(kind -> name.kinds().contains(kind.getKey()))
            .map(Map.Entry::getValue)
            .toList());
  }

  /**
   * How many requests that were due came to no end, or never began; none where the user ended the
   * run. No figure has them, and a server that hangs has nothing else.
   */
  public long leftOpen() {
    return ending == RunEnding.INTERRUPTED ? 0 : unfinished + lateness.neverBegun();
  }

  /** How many requests a second gave what was asked for. */
  public double rate(KindFigures figures) {
    return measured.isZero() ? 0 : figures.verified() * 1e9 / measured.toNanos();
  }
}
