package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The studies that the user named. */
final class StudiesCursor extends WorkCursor {

  private final Iterator<Uid> studies;
  private final Function<Uid, StudyRun> begin;

  /**
   * @param begin begins the dump of a study
   */
  StudiesCursor(List<Uid> studies, Function<Uid, StudyRun> begin) {
    super(Level.STUDIES, null);
    this.studies = studies.iterator();
    this.begin = begin;
  }

  @Override
  @Nullable Step next() {
    if (!studies.hasNext()) {
      return null;
    }
    Uid study = studies.next();
    return new Task.Ask(begin.apply(study), Resource.studyMetadata(study), Pixels.NONE);
  }

  /** Without their having begun: that would leave folders behind. */
  @Override
  void giveUp(Shortfalls shortfalls) {
    studies.forEachRemaining(
        study -> shortfalls.add(Shortfall.pending(Resource.studyMetadata(study))));
  }
}
