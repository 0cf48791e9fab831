package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.Resource;

/** What a worker takes from the work list. */
sealed interface Task {

  /** The study that the task belongs to. */
  StudyRun study();

  /**
   * A resource to ask for.
   *
   * @param framesAbove the frames that the level above names for the instance; 0 where that means
   *     nothing
   */
  record Ask(StudyRun study, Resource resource, int framesAbove) implements Task, Step {}

  /** All of a study was asked for: its books can be closed. */
  record EndStudy(StudyRun study) implements Task {}
}
