package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.EntryFiles;
import java.io.IOException;

/** Checks each file that a walk comes to: a record as such, any other as what a record names. */
final class TreeCheck implements TreeWalk.Visitor {

  private final RecordCheck records;
  private final StrayCheck strays;
  private final Findings findings;

  TreeCheck(StudyFiles files, RecordCheck records, Findings findings) {
    this.records = records;
    this.strays = new StrayCheck(files, findings);
    this.findings = findings;
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
