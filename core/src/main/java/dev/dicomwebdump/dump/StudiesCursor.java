package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The studies that the user named. */
final class StudiesCursor extends WorkCursor {

  private final Iterator<Uid> studies;
  private final Function<Uid, StudyRun> begin;
  private final Predicate<Uid> held;

  /**
   * @param begin begins the dump of a study
   * @param held whether earlier runs left all of a study
   */
  StudiesCursor(List<Uid> studies, Function<Uid, StudyRun> begin, Predicate<Uid> held) {
    super(Level.STUDIES, null);
    this.studies = studies.iterator();
    this.begin = begin;
    this.held = held;
  }

  @Override
  @Nullable Step next() {
    if (!studies.hasNext()) {
      return null;
    }
    Uid study = studies.next();
    StudyRun begun = begin.apply(study);
    begun.tally().named(ResourceKind.STUDY_METADATA, 1);
    return new Task.Ask(begun, Resource.studyMetadata(study));
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
