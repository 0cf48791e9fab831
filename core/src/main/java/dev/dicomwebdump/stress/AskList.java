package dev.dicomwebdump.stress;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The requests that a run makes again and again. Immutable.
 *
 * @param asks in the order in which they were found
 * @param found how many of each kind there are; more than in the list where it is a sample
 * @param unread how much of a capture could not be read, and may be missing
 */
record AskList(List<Ask> asks, Map<ResourceKind, Long> found, long unread) {

  AskList {
    asks = List.copyOf(asks);
    found = Collections.unmodifiableMap(new EnumMap<>(found));
  }

  /** The same of a capture of which so much could not be read. */
  AskList withUnread(long count) {
    return new AskList(asks, found, count);
  }

  /** How many there are in all. */
  long allFound() {
    return found.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Whether it has not all that there are. */
  boolean isSample() {
    return asks.size() < allFound();
  }

  /** Those of some kinds, in their order. */
  List<Ask> of(Set<ResourceKind> kinds) {
    return asks.stream().filter(ask -> kinds.contains(ask.resource().kind())).toList();
  }
}
