package dev.dicomwebdump.archive;

import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what of a dump cannot be read, and keeps the first few by their paths. For one thread. */
public final class UnreadTally {

  private final SortedMap<String, String> named = new TreeMap<>();
  private long count;

  /** Adds a record or folder. */
  public void add(String path, IOException e) {
    add(path, Unread.why(e));
  }

  /** Adds anything, as {@link Unread.Entry} has it. */
  public void add(String path, String why) {
    count++;
    named.put(path, why);
    if (named.size() > Unread.MOST_NAMED) {
      named.remove(named.lastKey());
    }
  }

  /** What was added. */
  public Unread unread() {
    return new Unread(
        count,
        named.entrySet().stream()
            .map(entry -> new Unread.Entry(entry.getKey(), entry.getValue()))
            .toList());
  }
}
