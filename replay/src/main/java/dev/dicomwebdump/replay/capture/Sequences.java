package dev.dicomwebdump.replay.capture;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plays exchanges of one resource in the order in which they were recorded: who asks again, as the
 * recorder did, meets the same failures, and then the same end. After the last exchange it begins
 * anew. Remembers only resources whose sequence has begun and not ended. Safe for use by many
 * threads at once.
 */
final class Sequences {

  private final Map<String, Integer> next = new HashMap<>();

  /**
   * The next answer to that Accept; null when none that is still to come was recorded with it.
   *
   * @param name what tells the resource from all others
   */
  synchronized @Nullable Answer next(String name, RecordedAnswer recorded, String accept) {
    int last = recorded.exchanges() - 1;
    for (int number = next.getOrDefault(name, 0); number <= last; number++) {
      Answer answer = recorded.exchange(number, accept);
      if (answer != null) {
        if (number == last) {
          next.remove(name);
        } else {
          next.put(name, number + 1);
        }
        return answer;
      }
    }
    next.remove(name);
    return null;
  }
}
