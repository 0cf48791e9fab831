package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.StudyRecords;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.record.Recorded;
import dev.dicomwebdump.record.Retention;
import dev.dicomwebdump.record.Storage;
import dev.dicomwebdump.resource.Resource;

/**
 * Enters the records of a study into its books as they lie there: where no metadata was kept,
 * nothing else tells what the folder holds. Used by one thread.
 */
final class RecordsWalk {

  private static final Problem UNWALKED =
      new Problem(
          Problem.Kind.CANCELLED,
          "the run ended before all was walked over, and without metadata in the folder nothing"
              + " tells what more there is: run again");

  private final ArchiveFolder folder;
  private final Retention retention;

  RecordsWalk(ArchiveFolder folder) {
    this.folder = folder;
    this.retention = new Retention(folder, Storage.RECORDS, false);
  }

  /**
   * Enters all.
   *
   * @param study the study, with new books
   * @param walked the same as far as the run came with it
   */
  void enterAll(StudyRun study, StudyRun walked) {
    study.tally().expectAs(walked.tally());
    new StudyRecords(folder, study.study()).forEach(record -> enter(study, record));
    study.tally().notRefreshed(Resource.studyMetadata(study.study()), UNWALKED, 0);
  }

  private void enter(StudyRun study, String recordPath) {
    HeldEntry held = HeldEntry.at(folder, recordPath);
    if (held != null) { // Else it is a former response's.
      Recorded recorded =
          held.record().outcome() == Outcome.COMPLETE
              ? retention.keep(held, study.sums())
              : retention.keepFailed(held, study.sums());
      study.tally().recorded(held.record().resource(), recorded, held.record().exchange());
    }
  }
}
