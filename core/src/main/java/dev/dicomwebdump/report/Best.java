package dev.dicomwebdump.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first few of very many in some order, whatever the order in which they come. */
final class Best<T> {

  private final int most;
  private final Comparator<? super T> order;
  private final PriorityQueue<T> lastFirst;

  /**
   * @param most how many are kept; 1 or more
   * @param order the first are kept
   */
  Best(int most, Comparator<? super T> order) {
    this.most = most;
    this.order = order;
    this.lastFirst = new PriorityQueue<>(order.reversed());
  }

  void offer(T candidate) {
    if (lastFirst.size() < most) {
      lastFirst.add(candidate);
    } else if (order.compare(candidate, lastFirst.element()) < 0) {
      lastFirst.remove();
      lastFirst.add(candidate);
    }
  }

  /** Those that are kept, in order. */
  List<T> inOrder() {
    List<T> kept = new ArrayList<>(lastFirst);
    kept.sort(order);
    return kept;
  }
}
