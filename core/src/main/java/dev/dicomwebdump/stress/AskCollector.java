package dev.dicomwebdump.stress;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Collects the requests of a list: of each kind all, up to a number, beyond which it keeps a sample
 * of that number in which each had the same chance. For one thread.
 */
final class AskCollector {

  /** So many of a kind are kept: a study of more needs no more of them to load a server. */
  static final int MOST_OF_A_KIND = 50_000;

  private final int most;
  private final Random random;
  private final Map<ResourceKind, Sample> samples = new EnumMap<>(ResourceKind.class);
  private long added;

  private record Placed(long place, Ask ask) {}

  private static final class Sample {
    private final List<Placed> kept = new ArrayList<>();
    private long seen;
  }

  /**
   * @param most how many of each kind are kept
   * @param seed from which the chance comes
   */
  AskCollector(int most, long seed) {
    this.most = most;
    this.random = new Random(seed);
  }

  void add(Ask ask) {
    Sample sample = samples.computeIfAbsent(ask.resource().kind(), kind -> new Sample());
    Placed placed = new Placed(added++, ask);
    sample.seen++;
    if (sample.kept.size() < most) {
      sample.kept.add(placed);
      return;
    }
    long place = (long) (random.nextDouble() * sample.seen);
    if (place < most) {
      sample.kept.set((int) place, placed);
    }
  }

  /** What was collected. */
  AskList list() {
    List<Ask> asks =
        samples.values().stream()
            .flatMap(sample -> sample.kept.stream())
            .sorted(Comparator.comparingLong(Placed::place))
            .map(Placed::ask)
            .toList();
    Map<ResourceKind, Long> found = new EnumMap<>(ResourceKind.class);
    samples.forEach((kind, sample) -> found.put(kind, sample.seen));
    return new AskList(asks, found, 0);
  }
}
