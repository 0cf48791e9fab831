package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import org.jspecify.annotations.Nullable;

/** What a worker takes from the work list. */
sealed interface Task {

  /** The study that the task belongs to. */
  StudyRun study();

  /**
   * A resource to ask for.
   *
   * @param pixels what the most detailed metadata that was had tells of the instance's pixels; none
   *     where that means nothing
   * @param frames the run of frames that the resource belongs to; null when it is no frame
   * @param below whether all that it names is asked for, too
   */
  record Ask(
      StudyRun study, Resource resource, Pixels pixels, @Nullable FrameRun frames, boolean below)
      implements Task, Step {

    Ask(StudyRun study, Resource resource, Pixels pixels) {
      this(study, resource, pixels, null, true);
    }
  }

  /** All of a study was asked for: its books can be closed. */
  record EndStudy(StudyRun study) implements Task {}
}
