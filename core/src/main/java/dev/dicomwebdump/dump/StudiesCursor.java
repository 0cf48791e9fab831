package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The studies that the user named. */
final class StudiesCursor extends WorkCursor {

  private final Iterator<Uid> studies;
  private final Function<Uid, Step> begin;
  private final Predicate<Uid> held;

  /**
   * @param begin begins the dump of a study, and tells what comes first
   * @param held whether earlier runs left all of a study
   */
  StudiesCursor(List<Uid> studies, Function<Uid, Step> begin, Predicate<Uid> held) {
    super(Level.STUDIES, null);
    this.studies = studies.iterator();
    this.begin = begin;
    this.held = held;
  }

  @Override
  @Nullable Step next() {
    return studies.hasNext() ? begin.apply(studies.next()) : null;
  }

  /** Without their having begun: that would leave folders behind. */
  @Override
  void giveUp(Shortfalls shortfalls) {
    studies.forEachRemaining(
        study -> {
          if (!held.test(study)) {
            shortfalls.add(Shortfall.pending(Resource.studyMetadata(study)));
          }
        });
  }
}
