package dev.dicomwebdump.dump;

import dev.dicomwebdump.resource.Uid;
import java.nio.file.Path;

/** The folder holds a dump of the study from another server, which is not touched. */
public final class OtherDumpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OtherDumpException(Path folder, Uid study, String recordedUrl) {
    super(
        folder.resolve(study.value())
            + " holds a dump from another root ("
            + recordedUrl
            + "): choose another output folder, or replace it with --restart");
  }
}
