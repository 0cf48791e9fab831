package dev.dicomwebdump.fetch;

import dev.dicomwebdump.fetch.LadderWalk.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one server made of the steps of the ladder of one kind of resource. A step is known by its
 * Accept header. Not safe for use by several threads.
 */
final class KnownSteps {

  private final Set<String> succeeded = new HashSet<>();
  private final Map<Refusal, Set<String>> refused = new HashMap<>();
  private final Set<String> refusedAsSuch = new HashSet<>();

  /** The first step that was not refused as such; the last one, if all were. */
  int start(AcceptLadder ladder) {
    int step = 0;
    while (step + 1 < ladder.steps() && refusedAsSuch.contains(ladder.accept(step))) {
      step++;
    }
    return step;
  }

  /** A resource was had on a step: what has once served is never refused as such again. */
  void succeeded(String accept) {
    if (succeeded.add(accept)) {
      refusedAsSuch.remove(accept);
    }
  }

  /**
   * A resource was had, but not on that step.
   *
   * @param owner the instance, or what there is above instances
   */
  void refused(Refusal refusal, String owner) {
    if (succeeded.contains(refusal.accept()) || refusedAsSuch.contains(refusal.accept())) {
      return;
    }
    Set<String> owners = refused.computeIfAbsent(refusal, unknown -> new HashSet<>());
    owners.add(owner);
    if (refusal.isOfTheStep() || owners.size() >= LadderMemory.ALIKE) {
      refusedAsSuch.add(refusal.accept());
    }
  }
}
