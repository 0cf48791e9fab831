package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A folder that may hold a study. Immutable.
 *
 * @param folder where it lies, whatever its name
 * @param study the study's UID
 */
record StudyFolder(Path folder, Uid study) {

  /** Whether there is something of a study. */
  boolean isOfAStudy() {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && hasPartsOfAStudy();
  }

  private boolean hasPartsOfAStudy() {
    return Files.isDirectory(resolve(Layout.seriesFolder(study)), LinkOption.NOFOLLOW_LINKS)
        || Files.isDirectory(resolve(Layout.searchFolder(study)), LinkOption.NOFOLLOW_LINKS)
        || isFile(Layout.filesOf(Resource.studyMetadata(study)).record())
        || isFile(Layout.filesOf(Resource.studyInstances(study)).record())
        || isFile(Layout.sums(study))
        || isUnfinished();
  }

  /** Whether it is a link, or cannot be looked into: then nobody knows what it holds. */
  boolean isShut() {
    return Files.isSymbolicLink(folder)
        || (Files.isDirectory(folder) && !(Files.isReadable(folder) && Files.isExecutable(folder)));
  }

  /** Whether a run on it goes on, or did not end in order. */
  boolean isUnfinished() {
    return isFile(Layout.temporary(Layout.sums(study)));
  }

  /** Where its summary lies. */
  Path summary() {
    return resolve(Layout.summary(study));
  }

  private boolean isFile(String path) {
    return Files.isRegularFile(resolve(path), LinkOption.NOFOLLOW_LINKS);
  }

  private Path resolve(String path) {
    return folder.resolve(path.substring(Layout.studyFolder(study).length() + 1));
  }
}
