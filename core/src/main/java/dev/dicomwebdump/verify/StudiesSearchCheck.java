package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.Layout;
import java.nio.file.Path;

/** Checks the searches for studies, which belong to no study and are in no list of sums. */
final class StudiesSearchCheck {

  private final StudyFiles files;
  private final TreeCheck each;

  /**
   * @param own the program's own folder in the dump
   */
  StudiesSearchCheck(Path own, Findings findings) {
    this.files = StudyFiles.ofNone(own);
    this.each =
        new TreeCheck(files, new RecordCheck(files, findings, Asked.LEAST, claim -> {}), findings);
  }

  void run() {
    new TreeWalk(files, each).walk(Layout.searchFolder());
  }
}
