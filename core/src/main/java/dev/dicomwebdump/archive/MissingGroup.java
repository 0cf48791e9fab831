package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Resources that are missing in a dump for one reason: one resource, or frames of one instance.
 * Immutable.
 *
 * @param kind what they are
 * @param study their study
 * @param series their series; null for a study-level resource
 * @param instance their instance; null for a study- or series-level resource
 * @param frames the frames as ranges, {@code 1-3,7}; null unless they are frames
 * @param count how many they are
 * @param outcome what became of them
 * @param problem why; the message is that of the first of them
 * @param status the status of the last response; 0 when none came
 */
public record MissingGroup(
    ResourceKind kind,
    Uid study,
    @Nullable Uid series,
    @Nullable Uid instance,
    @Nullable String frames,
    long count,
    Outcome outcome,
    Problem problem,
    int status) {

  /** By UIDs, then by kind and reason. */
  static final Comparator<MissingGroup> ORDER =
      Comparator.comparing(MissingGroup::study)
          .thenComparing(MissingGroup::series, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(MissingGroup::instance, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(MissingGroup::kind)
          .thenComparing(MissingGroup::outcome)
          .thenComparing(group -> group.problem().kind())
          .thenComparing(MissingGroup::status);
}
