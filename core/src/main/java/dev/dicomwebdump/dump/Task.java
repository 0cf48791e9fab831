package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;

/** What a worker takes from the work list. */
sealed interface Task {

  /** The study that the task belongs to. */
  StudyRun study();

  /**
   * A resource to ask for.
   *
   * @param pixels what the most detailed metadata that was had tells of the instance's pixels; none
   *     where that means nothing
   */
  record Ask(StudyRun study, Resource resource, Pixels pixels) implements Task, Step {}

  /** All of a study was asked for: its books can be closed. */
  record EndStudy(StudyRun study) implements Task {}
}
