package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.Uid;
import java.nio.file.Path;

/** The folder holds a dump of the study already, which is not touched. */
public final class StudyHeldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StudyHeldException(Path folder, Uid study) {
    super(
        folder.resolve(study.value())
            + " holds a dump of this study already: choose another output folder, or delete it");
  }
}
