package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Uid;
import org.jspecify.annotations.Nullable;

/**
 * What a run would dump of one study. Immutable.
 *
 * @param study its UID
 * @param series how many series of it are wanted; 0 or more
 * @param instances how many instances of it are wanted; 0 or more
 * @param frames how many frames these instances have, as far as it is told; 0 or more
 * @param framesUntold of how many of these instances no frames are told: they have none, or the
 *     server does not say it
 * @param problem why it could not be counted, or not to its end; null when it was
 */
public record StudyPlan(
    Uid study,
    long series,
    long instances,
    long frames,
    long framesUntold,
    @Nullable Problem problem) {

  /** Whether nothing is known of it. */
  public boolean isUncounted() {
    return problem != null && series + instances == 0;
  }
}
