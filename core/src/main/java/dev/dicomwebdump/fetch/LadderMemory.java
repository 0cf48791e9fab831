package dev.dicomwebdump.fetch;

import dev.dicomwebdump.fetch.LadderWalk.Refusal;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which steps of the ladder one server refuses as such, so that they need not be tried again. Only
 * walks that ended with a success teach anything: then it was the step that was wrong, not the
 * resource. Safe for use by many threads.
 */
final class LadderMemory {

  /**
   * So many instances, or frames of one instance, must fall alike before the fault is the step's.
   */
  static final int ALIKE = 3;

  private final Map<ResourceKind, KnownSteps> kinds = new EnumMap<>(ResourceKind.class);
  private final RecentInstances<FallenFrames> fallen = new RecentInstances<>();

  /** The step with which to begin; the last one, if all are of no use. */
  synchronized int start(Resource resource, AcceptLadder ladder) {
    int step = known(resource).start(ladder);
    if (resource.kind() != ResourceKind.FRAME) {
      return step;
    }
    FallenFrames frames = fallen.get(resource.requireInstance());
    return frames == null ? step : Math.max(step, frames.start);
  }

  /** A resource was had on the present step of that walk. */
  synchronized void learn(Resource resource, LadderWalk walk) {
    KnownSteps known = known(resource);
    known.succeeded(walk.accept());
    List<Refusal> refusals = walk.refusals();
    if (refusals.isEmpty()) {
      return;
    }
    for (Refusal refusal : refusals) {
      known.refused(refusal, ownerOf(resource));
    }
    if (resource.kind() == ResourceKind.FRAME) {
      fallen.getOrAdd(resource.requireInstance(), FallenFrames::new).fell(walk);
    }
  }

  private KnownSteps known(Resource resource) {
    return kinds.computeIfAbsent(resource.kind(), unknown -> new KnownSteps());
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
