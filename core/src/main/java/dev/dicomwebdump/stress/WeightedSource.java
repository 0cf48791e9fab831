package dev.dicomwebdump.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests of several lists, each as often as its weight says, by chance. */
final class WeightedSource implements AskSource {

  private final List<Weighted> lists = new ArrayList<>();
  private final Random random;
  private double whole;

  private record Weighted(AskSource source, double weight) {}

  /**
   * @param seed from which the chance comes
   */
  WeightedSource(long seed) {
    this.random = new Random(seed);
  }

  /** Adds a list, before the first request is taken. */
  void add(List<Ask> asks, double weight) {
    lists.add(new Weighted(new RoundSource(asks), weight));
    whole += weight;
  }

  @Override
  public synchronized Ask next() {
    double left = random.nextDouble() * whole;
    for (Weighted list : lists) {
      left -= list.weight;
      if (left < 0) {
        return list.source.next();
      }
    }
    return lists.get(lists.size() - 1).source.next();
  }
}
