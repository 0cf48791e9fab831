package dev.dicomwebdump.archive;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A set of frame numbers, kept as ranges; it holds so many ranges and no more. For one thread. */
public final class FrameRanges {

  /** So that an instance that lacks every second of its frames takes no more than this. */
  public static final int MAX_RANGES = 1000;

  private final TreeMap<Integer, Integer> lastByFirst = new TreeMap<>();
  private long count;

  /** Holds none. */
  public FrameRanges() {}

  /**
   * Adds a number, in any order.
   *
   * @return false when it needs one range too many and was left out
   */
  public boolean add(int frame) {
    Map.Entry<Integer, Integer> before = lastByFirst.floorEntry(frame);
    if (before != null && before.getValue() >= frame) {
      return true;
    }
    boolean joinsBefore = before != null && before.getValue() == frame - 1;
    boolean joinsAfter = lastByFirst.containsKey(frame + 1);
    if (!joinsBefore && !joinsAfter && lastByFirst.size() == MAX_RANGES) {
      return false;
    }
    Integer after = lastByFirst.remove(frame + 1);
    lastByFirst.put(
        before != null && joinsBefore ? before.getKey() : frame, after == null ? frame : after);
    count++;
    return true;
  }

  /**
   * Adds consecutive numbers that follow all that it holds.
   *
   * @return false when they need one range too many and were left out
   */
  boolean addAfterAll(int first, int last) {
    if (!lastByFirst.isEmpty() && lastByFirst.lastEntry().getValue() >= first) {
      throw new IllegalArgumentException(first + " does not follow " + this);
    }
    boolean hasRoom = lastByFirst.size() < MAX_RANGES;
    if (hasRoom) {
      lastByFirst.put(first, last);
      count += (long) last - first + 1;
    }
    return hasRoom;
  }

  /** How many different numbers it holds. */
  public long count() {
    return count;
  }

  /** The ranges in order, as {@code 1-3,7}. */
  @Override
  public String toString() {
    return lastByFirst.entrySet().stream()
        .map(
            range ->
                range.getKey().equals(range.getValue())
                    ? range.getKey().toString()
                    : range.getKey() + "-" + range.getValue())
        .collect(Collectors.joining(","));
  }
}
