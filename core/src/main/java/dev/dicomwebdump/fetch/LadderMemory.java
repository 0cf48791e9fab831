package dev.dicomwebdump.fetch;

import dev.dicomwebdump.fetch.LadderWalk.Refusal;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which steps of the ladder one server refuses as such, so that they need not be tried again. Only
 * walks that ended with a success teach anything: then it was the step that was wrong, not the
 * resource. Safe for use by many threads.
 */
final class LadderMemory {

  /**
   * So many instances, or frames of one instance, must fall alike before the fault is the step's.
   */
  private static final int ALIKE = 3;

  private record Step(ResourceKind kind, String accept) {}

  private record StepRefusal(Step step, int status) {}

  private final Set<Step> succeeded = new HashSet<>();
  private final Map<StepRefusal, Set<String>> refused = new HashMap<>();
  private final Set<Step> refusedAsSuch = new HashSet<>();
  private final RecentInstances<FallenFrames> fallen = new RecentInstances<>();

  /** The step with which to begin; the last one, if all are of no use. */
  synchronized int start(Resource resource, AcceptLadder ladder) {
    int step = 0;
    while (step + 1 < ladder.steps()
        && refusedAsSuch.contains(new Step(resource.kind(), ladder.accept(step)))) {
      step++;
    }
    if (resource.kind() != ResourceKind.FRAME) {
      return step;
    }
    FallenFrames frames = fallen.get(resource.requireInstance());
    return frames == null ? step : Math.max(step, frames.start);
  }

  /** A resource was had on the present step of that walk. */
  synchronized void learn(Resource resource, LadderWalk walk) {
    Step good = new Step(resource.kind(), walk.accept());
    succeeded.add(good);
    refusedAsSuch.remove(good);
    if (walk.refusals().isEmpty()) {
      return;
    }
    for (Refusal refusal : walk.refusals()) {
      remember(resource, refusal);
    }
    if (resource.kind() == ResourceKind.FRAME) {
      fallen.getOrAdd(resource.requireInstance(), FallenFrames::new).fell(walk);
    }
  }

  private void remember(Resource resource, Refusal refusal) {
    Step step = new Step(resource.kind(), refusal.accept());
    if (succeeded.contains(step) || refusedAsSuch.contains(step)) {
      return;
    }
    Set<String> instances =
        refused.computeIfAbsent(
            new StepRefusal(step, refusal.status()), unknown -> new HashSet<>());
    instances.add(ownerOf(resource));
    if (refusal.isOfTheStep() || instances.size() >= ALIKE) {
      refusedAsSuch.add(step);
    }
  }

  /** The instance, or what there is above instances. */
  private static String ownerOf(Resource resource) {
    return resource.instance() == null ? resource.path() : resource.instance().value();
  }

  /** The frames of one instance that were had on a lower step only. */
  private static final class FallenFrames {
    private final Map<Integer, Integer> countByStep = new HashMap<>();
    private int start;

    void fell(LadderWalk walk) {
      boolean byTheStep = walk.refusals().stream().allMatch(Refusal::isOfTheStep);
      int count = countByStep.merge(walk.step(), 1, Integer::sum);
      if (byTheStep || count >= ALIKE) {
        start = Math.max(start, walk.step());
      }
    }
  }
}
