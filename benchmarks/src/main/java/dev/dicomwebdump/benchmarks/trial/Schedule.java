package dev.dicomwebdump.benchmarks.trial;

import dev.dicomwebdump.benchmarks.contender.Contender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Who runs when: each once a round, in an order that changes from round to round. */
public final class Schedule {

  private final Random random;

  /**
   * @param seed the same seed gives the same orders
   */
  public Schedule(long seed) {
    random = new Random(seed);
  }

  /** The contenders in the order of so many rounds. */
  public List<Contender> rounds(List<Contender> contenders, int rounds) {
    return Stream.generate(() -> shuffled(contenders)).limit(rounds).flatMap(List::stream).toList();
  }

  private List<Contender> shuffled(List<Contender> contenders) {
    List<Contender> shuffled = new ArrayList<>(contenders);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
