package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RunState;
import dev.dicomwebdump.archive.Summary;
import dev.dicomwebdump.archive.SummaryJson;
import dev.dicomwebdump.archive.SummaryReader;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.resource.Uid;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The summaries and sums of a run's studies. Safe for use by many threads at once. */
final class StudyBooks {

  private final DumpRequest request;
  private final ArchiveFolder folder;
  private final MetadataLevels levels;
  private final RunTally run;
  private final IntSupplier concurrency;
  private final Map<Uid, StudyRun> open = new LinkedHashMap<>();
  private final Map<Uid, Summary> ended = new LinkedHashMap<>();

  /**
   * @param concurrency tells how many requests may be in flight now
   */
  StudyBooks(
      DumpRequest request,
      ArchiveFolder folder,
      MetadataLevels levels,
      RunTally run,
      IntSupplier concurrency) {
    this.request = request;
    this.folder = folder;
    this.levels = levels;
    this.run = run;
    this.concurrency = concurrency;
  }

  synchronized StudyRun begin(Uid study, boolean resumed) {
    SumsWriter sums = new SumsWriter(folder, study);
    StudyRun begun = new StudyRun(study, sums, new RunTally(Instant.now()), resumed);
    open.put(study, begun);
    return begun;
  }

  /** Closes a study's books: its sums and its summary are on disk then. */
  synchronized void end(StudyRun study, Ending how) {
    DumpState state =
        study.tally().state(request.root().base(), how.isFinished(), levels::isUnsupported);
    Summary summary = new Summary(request.program(), state, state(study.run(), how));
    study.sums().finish();
    folder.replace(Layout.summary(study.study()), SummaryJson.encode(summary));
    open.remove(study.study());
    ended.put(study.study(), summary);
  }

  /**
   * Closes all books.
   *
   * @param settle what is to be done for a study that did not come to its end
   */
  synchronized DumpResult close(Ending how, Consumer<StudyRun> settle) {
    for (StudyRun study : List.copyOf(open.values())) {
      settle.accept(study);
      end(study, how);
    }
    Overall overall = new Overall();
    request.studies().forEach(study -> addEnded(overall, study));
    DumpVerdict verdict = overall.verdict();
    addOthers(overall);
    Summary summary =
        new Summary(request.program(), overall.state(request.root().base()), state(run, how));
    folder.replace(Layout.summary(), SummaryJson.encode(summary));
    return new DumpResult(verdict, summary, List.copyOf(ended.values()));
  }

  private RunState state(RunTally tally, Ending how) {
    return tally.state(new RunOptions(request), how, concurrency.getAsInt());
  }

  private void addEnded(Overall overall, Uid study) {
    Summary summary = ended.get(study);
    if (summary == null) {
      overall.addPending(study);
    } else {
      overall.add(study, summary.dump());
    }
  }

  /** Adds the studies that earlier runs left in the folder, by their own summaries. */
  private void addOthers(Overall overall) {
    for (Uid study : folder.studies()) {
      byte[] summary = ended.containsKey(study) ? null : folder.readWhole(Layout.summary(study));
      if (summary != null) {
        addOther(overall, study, summary);
      }
    }
  }

  private static void addOther(Overall overall, Uid study, byte[] summary) {
    try {
      overall.add(study, SummaryReader.read(summary).dump());
    } catch (FormatException e) {
      overall.addUnreadable(study, String.valueOf(e.getMessage()));
    }
  }
}
