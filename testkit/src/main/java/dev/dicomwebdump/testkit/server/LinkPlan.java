package dev.dicomwebdump.testkit.server;

import java.util.List;
import java.util.Random;

/** Which connection of a {@link FaultyLink} meets which fault: the same in each run. */
@FunctionalInterface
public interface LinkPlan {

  /**
   * The fault of a connection.
   *
   * @param connection its number, from 0, in the order in which they were taken
   */
  LinkFault of(int connection);

  /** The first connections meet these, one each; all others are sound. */
  static LinkPlan first(LinkFault... faults) {
    List<LinkFault> all = List.of(faults);
    return connection -> connection < all.size() ? all.get(connection) : LinkFault.none();
  }

  /** The connections meet these in turn, for ever. */
  static LinkPlan inTurn(LinkFault... faults) {
    List<LinkFault> all = List.of(faults);
    return connection -> all.get(connection % all.size());
  }

  /** Each connection meets one of these, by a chance that the seed decides. */
  static LinkPlan seeded(long seed, LinkFault... faults) {
    List<LinkFault> all = List.of(faults);
    return connection -> {
      Random random = new Random(seed * 1_000_003 + connection);
      random.nextInt(); // Neighbouring seeds give first numbers that are neighbours too.
      return all.get(random.nextInt(all.size()));
    };
  }
}
