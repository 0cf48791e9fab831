package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.fetch.AcceptSettings;
import dev.dicomwebdump.resource.Uid;
import java.nio.file.Path;

/** A study's place in the folder is another dump's, which is not touched. */
public final class OtherDumpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OtherDumpException(Path folder, Uid study) {
    super(
        folder.resolve(study.value())
            + " would lie where another of the studies lies, since the file system ignores case:"
            + " dump them into two folders");
  }

  private OtherDumpException(String message) {
    super(message);
  }

  static OtherDumpException withBodies(Path folder, Uid study) {
    return new OtherDumpException(
        folder.resolve(study.value())
            + " holds a dump with bodies, which --records-only would leave there:"
            + " choose another output folder, or replace it with --restart");
  }

  static OtherDumpException withSearches(Path folder) {
    return new OtherDumpException(
        folder.resolve(Layout.searchFolder())
            + " holds what searches found, which --records-only would leave there:"
            + " choose another output folder, or replace it with --restart");
  }

  OtherDumpException(Path folder, Uid study, String askedThen, AcceptSettings asked) {
    super(
        folder.resolve(study.value())
            + " holds a dump that was asked for with "
            + askedThen
            + ", and not with "
            + asked
            + ": choose another output folder, or replace it with --restart");
  }

  OtherDumpException(Path folder, Uid study, DigestKind then, DigestKind now) {
    super(
        folder.resolve(study.value())
            + " holds a dump with --digest "
            + then.published()
            + ", and not with --digest "
            + now.published()
            + ": choose another output folder, or replace it with --restart");
  }

  OtherDumpException(Path folder, Uid study, String recordedUrl) {
    super(
        folder.resolve(study.value())
            + " holds a dump from another root ("
            + recordedUrl
            + "): choose another output folder, or replace it with --restart");
  }
}
