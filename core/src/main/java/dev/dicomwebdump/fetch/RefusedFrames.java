package dev.dicomwebdump.fetch;

import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The instances whose frames the server cannot give, whatever they are asked for with: further
 * frames of these are not worth a whole ladder. Safe for use by many threads.
 */
final class RefusedFrames {

  private static final int ALIKE = 3;

  /** These speak of the client, or of the moment, and not of the resource. */
  private static final Set<Integer> NO_REFUSALS = Set.of(401, 403, 407, 408, 425, 429);

  /** How many frames of an instance were answered with the same statuses. */
  private final RecentInstances<Map<List<Integer>, Integer>> counts = new RecentInstances<>();

  /** Whether the resource is a frame of an instance of which three were refused alike. */
  synchronized boolean expects(Resource resource) {
    if (resource.kind() != ResourceKind.FRAME) {
      return false;
    }
    Map<List<Integer>, Integer> alike = counts.get(resource.requireInstance());
    return alike != null && alike.values().stream().anyMatch(count -> count >= ALIKE);
  }

  /**
   * A resource was not had on any step.
   *
   * @param walk the walk, on its last step
   * @param status what the last step was answered with; 0 for nothing
   */
  synchronized void add(Resource resource, LadderWalk walk, int status) {
    if (resource.kind() != ResourceKind.FRAME || !isRefusal(status)) {
      return;
    }
    List<Integer> statuses = new ArrayList<>();
    walk.refusals().forEach(refusal -> statuses.add(refusal.status()));
    statuses.add(status);
    counts
        .getOrAdd(resource.requireInstance(), HashMap::new)
        .merge(List.copyOf(statuses), 1, Integer::sum);
  }

  /** A resource was had: its instance's frames are worth the effort again. */
  synchronized void lift(Resource resource) {
    if (resource.kind() == ResourceKind.FRAME) {
      counts.forget(resource.requireInstance());
    }
  }

  /** Whether the server refuses this resource, as against being out of order. */
  private static boolean isRefusal(int status) {
    boolean client = status >= 400 && status < 500 && !NO_REFUSALS.contains(status);
    return client || status == 500 || status == 501;
  }
}
