package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import java.io.IOException;
import java.nio.file.Path;

/** Checks the searches for studies, which belong to no study and are in no list of sums. */
final class StudiesSearchCheck implements TreeWalk.Visitor {

  private final StudyFiles files;
  private final Findings findings;
  private final RecordCheck records;
  private final StrayCheck strays;

  /**
   * @param own the program's own folder in the dump
   */
  StudiesSearchCheck(Path own, Findings findings) {
    this.files = StudyFiles.ofNone(own);
    this.findings = findings;
    this.records = new RecordCheck(files, findings, Asked.LEAST, claim -> {});
    this.strays = new StrayCheck(files, findings);
  }

  void run() {
    new TreeWalk(files, this).walk(Layout.searchFolder());
  }

  @Override
  public void file(String path) {
    if (EntryFiles.isRecord(path)) {
      records.check(path);
    } else {
      strays.check(path);
    }
  }

  @Override
  public void odd(String path, Finding.Kind kind, String message) {
    findings.add(path, kind, message);
  }

  @Override
  public void unreadable(String path, IOException e) {
    findings.addUnreadable(path, e);
  }
}
