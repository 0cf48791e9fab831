package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;

/** Tells of files that no record claims. For one thread. */
final class StrayCheck {

  private final StudyFiles files;
  private final Findings findings;

  private final PayloadOwners owners;
  private final ClaimedFiles claimed;

  StrayCheck(StudyFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
    this.owners = new PayloadOwners(files);
    this.claimed = new ClaimedFiles(files);
  }

  /**
   * Checks a file that is no record. Where the record that could claim it is wrong itself, that is
   * told already, and what belongs to it is not known.
   */
  void check(String path) {
    for (EntryFiles owner : EntryFiles.mayOwn(path)) {
      if (files.isFile(owner.record()) && mayClaim(owner, path)) {
        return;
      }
    }
    if (owners.recordsOf(path).stream().anyMatch(record -> claimed.mayHave(record, path))) {
      return;
    }
    findings.add(path, Finding.Kind.STRAY, "belongs to no record");
  }

  private boolean mayClaim(EntryFiles owner, String path) {
    String recordPath = owner.record();
    DumpRecord record = files.recordOrNull(recordPath);
    return record == null
        || RecordForm.contradiction(recordPath, record) != null
        || Claim.mayBePretty(path, owner, record)
        || path.equals(Claim.payloadOfWholeBody(files, record))
        || Claim.of(recordPath, record).stream().anyMatch(claim -> claim.path().equals(path));
  }
}
