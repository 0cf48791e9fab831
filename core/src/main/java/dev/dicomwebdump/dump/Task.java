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
   * @param of the instance that it belongs to, by the most detailed metadata that was had; null
   *     where it belongs to none, or nothing is known of it
   * @param frames the run of frames that the resource belongs to; null when it is no frame
   * @param below whether all that it names is asked for, too; of several frames, whether each is
   *     asked for alone where they are not had together
   * @param search the search whose page it is; null when it is none
   */
  record Ask(
      StudyRun study,
      Resource resource,
      @Nullable NamedInstance of,
      @Nullable FrameRun frames,
      boolean below,
      @Nullable Search search)
      implements Task, Step {

    Ask(StudyRun study, Resource resource) {
      this(study, resource, null, null, true);
    }

    Ask(
        StudyRun study,
        Resource resource,
        @Nullable NamedInstance of,
        @Nullable FrameRun frames,
        boolean below) {
      this(study, resource, of, frames, below, null);
    }

    /** What is known of the instance's pixels; none where that means nothing. */
    Pixels pixels() {
      return of == null ? Pixels.NONE : of.facts().pixels();
    }
  }

  /** All of a study was asked for: its books can be closed. */
  record EndStudy(StudyRun study) implements Task {}
}
