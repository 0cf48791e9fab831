package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.SummaryOutline;
import dev.dicomwebdump.archive.SummaryReader;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Checks one study: every file in its folder, its sums, and that nothing is missing. */
final class StudyCheck {

  private final StudyFiles files;
  private final Findings findings;
  private final @Nullable SummaryOutline summary;
  private final Asked asked;
  private final SumsCheck sums;
  private final RecordCheck records;

  StudyCheck(StudyFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
    this.summary = summary();
    this.asked = summary == null ? Asked.LEAST : Asked.of(summary);
    this.sums = new SumsCheck(files, findings);
    this.records = new RecordCheck(files, findings, asked, sums::claimed);
  }

  void run() {
    findings.study();
    long before = findings.count();
    if (asked.digest() != null) {
      findings.digest(asked.digest());
    }
    new TreeWalk(files, new TreeCheck(files, records, findings)).walk();
    if (hasSums()) {
      sums.compare();
    } else {
      sums.requireNone();
    }
    new Completeness(files, findings, asked).check();
    if (findings.count() == before && summary != null) {
      findings.addShortfall(Layout.summary(files.study()), summary.dump());
    }
  }

  /** Whether SHA256SUMS is to be there; where no summary tells, what was found must. */
  private boolean hasSums() {
    return asked.digest() == null
        ? records.digests().isEmpty() || records.digests().contains(DigestKind.SHA256)
        : asked.digest() == DigestKind.SHA256;
  }

  private @Nullable SummaryOutline summary() {
    String path = Layout.summary(files.study());
    try {
      SummaryOutline outline = SummaryReader.read(files.readSmall(path));
      if (!outline.dump().extent().equals(new DumpState.OneStudy(files.study()))) {
        findings.add(path, Finding.Kind.SUMMARY, "is not the summary of this study");
      }
      return outline;
    } catch (NoSuchFileException e) {
      findings.add(path, Finding.Kind.SUMMARY, "is not there: what was asked for is not known");
    } catch (FormatException e) {
      findings.add(path, Finding.Kind.SUMMARY, "is no summary: " + e.getMessage());
    } catch (IOException e) {
      findings.addUnreadable(path, e);
    }
    return null;
  }
}
