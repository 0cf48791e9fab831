package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.Missing;
import dev.dicomwebdump.archive.MissingGroup;
import dev.dicomwebdump.archive.MissingList;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.archive.StudyVerdict;
import dev.dicomwebdump.archive.TransferSyntaxCounts;
import dev.dicomwebdump.archive.Unmatched;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what the dumps of several studies hold. Used by one thread. */
final class Overall {

  private final List<StudyVerdict> verdicts = new ArrayList<>();
  private final Map<ResourceKind, ResourceCounts> resources = new EnumMap<>(ResourceKind.class);
  private final Map<String, Long> notes = new TreeMap<>();
  private final Set<ResourceKind> unsupported = EnumSet.noneOf(ResourceKind.class);
  private final List<MissingGroup> missing = new ArrayList<>();
  private long series;
  private long instances;
  private long frames;
  private TransferSyntaxCounts syntaxes = TransferSyntaxCounts.NONE;
  private long omitted;
  private long shortfalls;
  private boolean unmatched;

  /** Adds a study that has a summary. */
  void add(Uid study, DumpState state) {
    List<MissingGroup> groups = state.missing().groups();
    Problem problem = groups.isEmpty() ? null : groups.get(0).problem();
    addVerdict(study, state.verdict(), problem);
    series += state.series();
    instances += state.instances();
    frames += state.frames();
    syntaxes = syntaxes.plus(state.transferSyntax());
    state.resources().forEach((kind, counts) -> resources.merge(kind, counts, Overall::sum));
    state.notes().forEach((note, count) -> notes.merge(note, count, Long::sum));
    unsupported.addAll(state.unsupportedLevels());
    addMissing(state.missing());
  }

  /** Adds what searches for studies came to. */
  void addSearches(FoundStudies found) {
    shortfalls = found.shortfalls().size();
    if (found.pages() + shortfalls > 0) {
      resources.put(
          ResourceKind.STUDIES_SEARCH,
          new ResourceCounts(found.pages(), 0, shortfalls, 0, 0, found.bytes()));
    }
    found
        .shortfalls()
        .forEach(why -> notes.merge(DumpState.STUDIES_MAY_BE_MISSING + why, 1L, Long::sum));
  }

  /** Adds the words of the selection that brought nothing. */
  void addUnmatched(List<Unmatched> words) {
    unmatched |= !words.isEmpty();
  }

  /** Adds a study that the run did not come to. */
  void addPending(Uid study) {
    addVerdict(
        study,
        DumpVerdict.FAILED,
        new Problem(Problem.Kind.CANCELLED, "the run ended before this study"));
    resources.merge(
        ResourceKind.STUDY_METADATA, new ResourceCounts(0, 0, 0, 0, 1, 0), Overall::sum);
  }

  /** Adds a study whose summary cannot be read. */
  void addUnreadable(Uid study, String why) {
    addVerdict(
        study,
        DumpVerdict.INCOMPLETE,
        new Problem(Problem.Kind.JSON, "its summary cannot be read: " + why));
  }

  /** What the folder holds. */
  DumpState state(String root) {
    return new DumpState(
        verdict(),
        root,
        new DumpState.AllStudies(verdicts),
        series,
        instances,
        frames,
        resources,
        syntaxes,
        notes,
        List.copyOf(unsupported),
        new Missing(missing, omitted));
  }

  /** What all studies added so far are worth together. */
  DumpVerdict verdict() {
    if (!verdicts.isEmpty()
        && verdicts.stream().allMatch(study -> study.verdict() == DumpVerdict.FAILED)) {
      return DumpVerdict.FAILED;
    }
    boolean whole =
        shortfalls == 0
            && !unmatched
            && verdicts.stream().allMatch(study -> study.verdict() == DumpVerdict.COMPLETE);
    return whole ? DumpVerdict.COMPLETE : DumpVerdict.INCOMPLETE;
  }

  private void addVerdict(Uid study, DumpVerdict verdict, @Nullable Problem problem) {
    verdicts.add(new StudyVerdict(study, verdict, Layout.studyFolder(study), problem));
  }

  private void addMissing(Missing more) {
    for (MissingGroup group : more.groups()) {
      if (missing.size() < MissingList.MAX_GROUPS) {
        missing.add(group);
      } else {
        omitted += group.count();
      }
    }
    omitted += more.omitted();
  }

  private static ResourceCounts sum(ResourceCounts a, ResourceCounts b) {
    return new ResourceCounts(
        a.complete() + b.complete(),
        a.incomplete() + b.incomplete(),
        a.failed() + b.failed(),
        a.unsupported() + b.unsupported(),
        a.pending() + b.pending(),
        a.bytes() + b.bytes());
  }
}
