package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StudyVerdict;
import dev.dicomwebdump.archive.SummaryReader;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Checks a folder of studies, each in a folder of its own. */
final class DumpCheck {

  private final Path folder;
  private final Findings findings;

  DumpCheck(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  /** Checks all; a folder that is no dump has no study, and nothing is said of what it holds. */
  void run() throws IOException {
    Path own = folder.resolve(Layout.OWN_FOLDER);
    boolean[] isDump = {isFolder(own)};
    Listing.forEach(folder, entry -> isDump[0] |= studyIn(entry) != null);
    if (isDump[0]) {
      Listing.forEach(folder, this::check);
      if (isFolder(own)) {
        Listing.forEach(own, this::checkOwn);
        new StudiesSearchCheck(own, findings).run();
      }
      checkSummary();
    }
  }

  private void check(Path entry) {
    String name = entry.getFileName().toString();
    StudyFiles study = studyIn(entry);
    if (study != null) {
      new StudyCheck(study, findings).run();
    } else if (Files.isSymbolicLink(entry)) {
      findings.add(name, Finding.Kind.LINK, "is a link, and was not followed");
    } else if (!name.equals(Layout.OWN_FOLDER)) {
      findings.add(name, Finding.Kind.STRAY, "belongs to no study");
    }
  }

  private void checkOwn(Path entry) {
    String path = Layout.OWN_FOLDER + "/" + entry.getFileName();
    if (Layout.isTemporary(path)) {
      findings.add(path, Finding.Kind.LEFTOVER, TreeWalk.LEFT_OVER);
    }
  }

  /** The study that a folder holds; null when it holds none, or is none. */
  private static @Nullable StudyFiles studyIn(Path entry) {
    Uid study = Uid.orNull(entry.getFileName().toString());
    if (study == null || !isFolder(entry)) {
      return null;
    }
    StudyFiles files = new StudyFiles(entry, study);
    return files.areOfAStudy() ? files : null;
  }

  private void checkSummary() {
    Path summary = folder.resolve(Layout.summary());
    if (!Files.isRegularFile(summary, LinkOption.NOFOLLOW_LINKS)) {
      return; // It tells of the last run only; each study has its own.
    }
    try {
      DumpState told =
          SummaryReader.read(StudyFiles.readSmall(Files.newInputStream(summary))).dump();
      tellAbsent(told);
      tellShortfalls(told);
    } catch (FormatException e) {
      findings.add(Layout.summary(), Finding.Kind.SUMMARY, "is no summary: " + e.getMessage());
    } catch (IOException e) {
      findings.addUnreadable(Layout.summary(), e);
    }
  }

  private void tellAbsent(DumpState told) {
    if (told.extent() instanceof DumpState.AllStudies all) {
      for (StudyVerdict verdict : all.studies()) {
        Path place = folder.resolve(Layout.studyFolder(verdict.study()));
        if (studyIn(place) == null) {
          findings.add(
              Layout.studyFolder(verdict.study()),
              Finding.Kind.MISSING,
              "the whole study is not there, but in the summary");
        }
      }
    }
  }

  /** Which studies a search did not give, no study's folder tells. */
  private void tellShortfalls(DumpState told) {
    told.notes().keySet().stream()
        .filter(note -> note.startsWith(DumpState.STUDIES_MAY_BE_MISSING))
        .forEach(note -> findings.add(Layout.summary(), Finding.Kind.SUMMARY, "tells: " + note));
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
