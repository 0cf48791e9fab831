package dev.dicomwebdump.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A tally for each key, and never too many: when there are {@value #MOST}, further keys share one.
 * For one thread.
 */
final class Groups<K extends Comparable<K>, T> {

  static final int MOST = 100;

  private final Map<K, T> tallies = new TreeMap<>();
  private final UnaryOperator<K> others;
  private final Supplier<T> maker;

  /**
   * @param others the key that a further one shares with others; there are few of them
   * @param maker makes an empty tally
   */
  Groups(UnaryOperator<K> others, Supplier<T> maker) {
    this.others = others;
    this.maker = maker;
  }

  /** The tally of a key. */
  T of(K key) {
    boolean fits = tallies.containsKey(key) || tallies.size() < MOST;
    return tallies.computeIfAbsent(fits ? key : others.apply(key), wanted -> maker.get());
  }

  /** All tallies, in the order of their keys. */
  Map<K, T> all() {
    return tallies;
  }
}
