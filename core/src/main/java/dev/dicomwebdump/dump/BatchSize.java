package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.Uid;
import java.util.HashSet;
import java.util.Set;

/**
 * How many frames one request asks for. An instance of which a list was not answered as it should
 * be is asked for frame by frame, and so are all when three were and none was answered: some
 * servers take no lists. Safe for use by many threads at once.
 */
final class BatchSize {

  private static final int ENOUGH = 3;
  private static final int MOST_REMEMBERED = 1000;

  private final int wanted;
  private final Set<Uid> refusing = new HashSet<>();
  private boolean taken;

  BatchSize(int wanted) {
    this.wanted = wanted;
  }

  /** The most frames of one request now. */
  synchronized int most(Uid instance) {
    boolean none = !taken && refusing.size() >= ENOUGH;
    return none || refusing.contains(instance) ? 1 : wanted;
  }

  synchronized void taken() {
    taken = true;
  }

  synchronized void refused(Uid instance) {
    if (refusing.size() >= MOST_REMEMBERED) {
      refusing.clear();
    }
    refusing.add(instance);
  }
}
