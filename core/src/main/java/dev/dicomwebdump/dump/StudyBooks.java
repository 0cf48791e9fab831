package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.FormatException;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RecordSums;
import dev.dicomwebdump.archive.RunState;
import dev.dicomwebdump.archive.Summary;
import dev.dicomwebdump.archive.SummaryJson;
import dev.dicomwebdump.archive.SummaryOutline;
import dev.dicomwebdump.archive.SummaryReader;
import dev.dicomwebdump.archive.Sums;
import dev.dicomwebdump.archive.SumsMark;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.archive.Unmatched;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.resource.Uid;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The summaries and sums of a run's studies. Safe for use by many threads at once. */
final class StudyBooks {

  private final DumpRequest request;
  private final ArchiveFolder folder;
  private final MetadataLevels levels;
  private final RunTally run;
  private final FoundStudies found;
  private final SelectionMatch match;
  private final IntSupplier concurrency;
  private final Map<Uid, StudyRun> open = new LinkedHashMap<>();
  private final Map<Uid, Summary> ended = new LinkedHashMap<>();

  /**
   * @param match tells what of the selection brought nothing
   * @param concurrency tells how many requests may be in flight now
   */
  StudyBooks(
      DumpRequest request,
      ArchiveFolder folder,
      MetadataLevels levels,
      RunTally run,
      FoundStudies found,
      SelectionMatch match,
      IntSupplier concurrency) {
    this.request = request;
    this.folder = folder;
    this.levels = levels;
    this.run = run;
    this.found = found;
    this.match = match;
    this.concurrency = concurrency;
  }

  synchronized StudyRun begin(Uid study, boolean resumed) {
    return opened(new StudyRun(study, sums(study, resumed), new RunTally(Instant.now()), resumed));
  }

  /** Begins with a study of which a list says what is asked for. */
  synchronized StudyRun beginListed(Uid study) {
    return opened(StudyRun.listed(study, new RunTally(Instant.now())));
  }

  /** Opens the books of a study once more, to make them of what the folder holds. */
  synchronized StudyRun beginAnew(StudyRun study) {
    study.sums().close();
    return opened(new StudyRun(study.study(), sums(study.study(), true), study.run(), true));
  }

  private Sums sums(Uid study, boolean resumed) {
    if (request.digest() != DigestKind.SHA256) {
      return new SumsMark(folder, study);
    }
    return request.keep() == Keep.NONE && resumed
        ? new RecordSums(folder, study)
        : new SumsWriter(folder, study);
  }

  /** The studies that have not ended. */
  synchronized List<StudyRun> open() {
    return List.copyOf(open.values());
  }

  /**
   * Closes a study's books: its sums and its summary are on disk then.
   *
   * @param walked whether all that its metadata names was walked over
   */
  synchronized void end(StudyRun study, Ending how, boolean walked) {
    DumpState state = study.tally().state(request.root().base(), walked, levels::isUnsupported);
    Summary summary = new Summary(request.program(), state, state(study.run(), how, List.of()));
    study.sums().finish();
    folder.replace(Layout.summary(study.study()), SummaryJson.encode(summary));
    open.remove(study.study());
    ended.put(study.study(), summary);
  }

  /** Closes all books; but what a listed study holds is not known, so that its stay as they are. */
  synchronized DumpResult close(Ending how) {
    open().stream().filter(study -> !study.isListed()).forEach(study -> end(study, how, false));
    Overall overall = new Overall();
    overall.addSearches(found);
    request.studies().forEach(study -> addOwn(overall, study));
    List<Unmatched> unmatched = unmatched(how, overall.verdict());
    overall.addUnmatched(unmatched);
    DumpVerdict verdict = ofRun(overall.verdict(), how);
    addOthers(overall);
    Summary summary =
        new Summary(
            request.program(), overall.state(request.root().base()), state(run, how, unmatched));
    folder.replace(Layout.summary(), SummaryJson.encode(summary));
    return new DumpResult(verdict, summary, List.copyOf(ended.values()));
  }

  /**
   * Earlier runs may have left all that they wanted; this one did not come to all that it wants.
   */
  private static DumpVerdict ofRun(DumpVerdict held, Ending how) {
    return held == DumpVerdict.COMPLETE && !how.isFinished() ? DumpVerdict.INCOMPLETE : held;
  }

  private RunState state(RunTally tally, Ending how, List<Unmatched> unmatched) {
    return tally.state(new RunOptions(request), how, concurrency.getAsInt(), unmatched);
  }

  /** Told where all was walked over that could be. A list of failures names things by itself. */
  private List<Unmatched> unmatched(Ending how, DumpVerdict verdict) {
    boolean walked = how.isFinished() && verdict != DumpVerdict.FAILED;
    return walked && request.onlyFailed() == null ? match.unmatched() : List.of();
  }

  /** Whether earlier runs left all of a study that this run wants. */
  boolean holdsAll(Uid study) {
    SummaryOutline held = outline(study);
    return held != null && held.dump().verdict() == DumpVerdict.COMPLETE && coversRequest(held);
  }

  /** What a study's summary says that an earlier run left; null when there is none. */
  @Nullable DumpState held(Uid study) {
    SummaryOutline held = outline(study);
    return held == null ? null : held.dump();
  }

  private @Nullable SummaryOutline outline(Uid study) {
    byte[] summary = folder.readWhole(Layout.summary(study));
    try {
      return summary == null ? null : SummaryReader.read(summary);
    } catch (FormatException e) {
      return null; // What does not parse is none.
    }
  }

  private boolean coversRequest(SummaryOutline held) {
    return new RunOptions(request).areCoveredBy(held.options());
  }

  private StudyRun opened(StudyRun study) {
    open.put(study.study(), study);
    return study;
  }

  /** Adds a study of this run; one that was not come to keeps the summary that it had. */
  private void addOwn(Overall overall, Uid study) {
    Summary summary = ended.get(study);
    SummaryOutline former = summary == null ? outline(study) : null;
    boolean passesForWhole =
        former != null && former.dump().verdict() == DumpVerdict.COMPLETE && !coversRequest(former);
    DumpState state = former == null ? null : former.dump();
    if (summary != null) {
      overall.add(study, summary.dump());
    } else if (state == null || passesForWhole) {
      overall.addPending(study);
    } else {
      overall.add(study, state);
    }
  }

  /** Adds the studies that earlier runs left in the folder, by their own summaries. */
  private void addOthers(Overall overall) {
    Set<Uid> own = new HashSet<>(request.studies());
    for (Uid study : folder.studies()) {
      byte[] summary = own.contains(study) ? null : folder.readWhole(Layout.summary(study));
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
