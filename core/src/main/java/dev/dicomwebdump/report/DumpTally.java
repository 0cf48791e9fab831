package dev.dicomwebdump.report;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.ResourceCounts;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What summaries tell of a dump. For one thread. */
final class DumpTally {

  private static final Comparator<StudyFigures> ORDER =
      Comparator.<StudyFigures, Boolean>comparing(study -> study.verdict() == DumpVerdict.COMPLETE)
          .thenComparing(StudyFigures::study);

  private final Best<StudyFigures> listed = new Best<>(DumpFigures.MOST_LISTED, ORDER);
  private final Set<DumpVerdict> verdicts = EnumSet.noneOf(DumpVerdict.class);
  private final Set<String> roots = new TreeSet<>();
  private boolean untold;
  private long studies;
  private long unfinished;
  private long series;
  private long instances;
  private long frames;
  private long pending;

  /**
   * Adds a study.
   *
   * @param state what its summary tells; null when there is none
   */
  void add(StudyFigures study, @Nullable DumpState state) {
    studies++;
    unfinished += study.unfinished() ? 1 : 0;
    listed.offer(study);
    if (state == null) {
      untold = true;
      return;
    }
    verdicts.add(state.verdict());
    addRoot(state.root());
    series += state.series();
    instances += state.instances();
    frames += state.frames();
    pending += state.resources().values().stream().mapToLong(ResourceCounts::pending).sum();
  }

  /** Adds what the summary of the whole folder tells of its last run. */
  void addLastRun(DumpState state) {
    verdicts.add(state.verdict());
    addRoot(state.root());
  }

  DumpFigures figures() {
    return new DumpFigures(
        verdict(),
        roots.stream().toList(),
        studies,
        unfinished,
        series,
        instances,
        frames,
        pending,
        listed.inOrder());
  }

  private @Nullable DumpVerdict verdict() {
    if (verdicts.isEmpty()) {
      return null;
    }
    boolean alike = verdicts.size() == 1 && !untold;
    return alike ? verdicts.iterator().next() : DumpVerdict.INCOMPLETE;
  }

  private void addRoot(String root) {
    if (roots.size() < DumpFigures.MOST_ROOTS) {
      roots.add(root);
    }
  }
}
