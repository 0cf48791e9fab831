package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.MissingList;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.archive.TransferSyntaxCounts;
import dev.dicomwebdump.crawl.StudyOutline;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.record.Recorded;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of a study's resources. Safe for use by many threads at once. */
final class StudyTally {

  /** Some notes hold a server's words, which may be new each time. */
  private static final int MOST_NOTES = 100;

  private final Uid study;
  private final Map<ResourceKind, KindTally> kinds = new EnumMap<>(ResourceKind.class);
  private final Map<String, Long> notes = new HashMap<>();
  private final MissingList missing = new MissingList();
  private TransferSyntaxCounts syntaxes = TransferSyntaxCounts.NONE;
  private long failures;
  private long series;
  private long instances;
  private long frames;
  private long found;
  private @Nullable StudyOutline outlined;

  StudyTally(Uid study) {
    this.study = study;
  }

  /**
   * What study metadata names in all, before it is walked.
   *
   * @param selection what of it is wanted; no series and no instance is left out
   * @return how many resources that are
   */
  synchronized long outlined(StudyOutline outline, Selection selection) {
    outlined = outline;
    boolean json = selection.format().hasJson();
    expect(
        selection.has(Content.SERIES_METADATA) && json,
        outline.series().size(),
        ResourceKind.SERIES_METADATA);
    expect(
        selection.has(Content.INSTANCE_METADATA) && json,
        outline.instances(),
        ResourceKind.INSTANCE_METADATA);
    expect(selection.has(Content.FRAMES), outline.frames(), ResourceKind.FRAME);
    expect(selection.has(Content.INSTANCES), outline.instances(), ResourceKind.INSTANCE);
    return kinds.values().stream().mapToLong(tally -> tally.expected).sum();
  }

  private void expect(boolean wanted, long resources, ResourceKind kind) {
    if (wanted && resources > 0) {
      kind(kind).expected = resources;
    }
  }

  /** Takes over what became known of the study, but nothing of what became of it. */
  synchronized void expectAs(StudyTally before) {
    synchronized (before) {
      before.kinds.forEach((kind, tally) -> kind(kind).named = tally.known(false));
      series = before.series;
      instances = before.instances;
      frames = before.frames;
      found = before.found;
      outlined = before.outlined;
    }
  }

  /** A search named a series or an instance. */
  synchronized void found() {
    found++;
  }

  /** Whether searches know the study. */
  synchronized boolean isFound() {
    return found > 0;
  }

  /** Whether study metadata was asked for, and is not known to be there. */
  synchronized boolean lacksMetadata() {
    KindTally metadata = kinds.get(ResourceKind.STUDY_METADATA);
    return metadata != null && metadata.complete < metadata.named;
  }

  /** A search ended, and not all that it finds could be had. */
  synchronized void cut(Resource lastPage, Problem problem, int status) {
    fail(lastPage, Outcome.INCOMPLETE, problem, status);
  }

  /** A series is walked over. */
  synchronized void series() {
    series++;
  }

  /**
   * An instance is walked over.
   *
   * @param ownFrames its frames, whether they are wanted or not
   */
  synchronized void instance(int ownFrames) {
    instances++;
    frames += ownFrames;
  }

  /**
   * Resources became known.
   *
   * @return how many of them were not expected
   */
  synchronized long named(ResourceKind kind, long more) {
    if (more <= 0) {
      return 0;
    }
    KindTally tally = kind(kind);
    long before = tally.known(false);
    tally.named += more;
    return tally.known(false) - before;
  }

  /** A resource is not asked for, since the server does not have its level. */
  synchronized void skipped(ResourceKind level) {
    kind(level).skipped++;
  }

  /** A resource was asked for, and is on disk. */
  synchronized void recorded(Resource resource, Recorded recorded, Exchange exchange) {
    boolean listRefused = resource.frames().size() > 1 && recorded.outcome() == Outcome.UNSUPPORTED;
    if (listRefused) {
      note("the server did not give several frames at once as it should");
      return;
    }
    kind(resource.kind()).add(recorded, Math.max(1, resource.frames().size()));
    recorded.notes().forEach(this::note);
    if (recorded.outcome() == Outcome.COMPLETE && recorded.transcoding() != null) {
      syntaxes = syntaxes.plus(recorded.transcoding());
    }
    if (isFailure(recorded.outcome()) && exchange.problem() != null) {
      fail(resource, recorded.outcome(), exchange.problem(), exchange.status());
    }
  }

  /** Metadata that is there was to be asked for again, and was not had. */
  synchronized void notRefreshed(Resource resource, Problem problem, int status) {
    fail(resource, Outcome.FAILED, problem, status);
  }

  /**
   * A frame and all up to the last are not asked for, since so many before them failed.
   *
   * @return why they count as failed
   */
  synchronized Problem notAsked(Resource first, int last) {
    long count = (long) last - first.frames().get(0) + 1;
    Problem problem =
        new Problem(
            Problem.Kind.STATUS,
            "not asked for, since %,d frames in a row failed".formatted(FrameRun.MOST_FAILURES));
    kind(first.kind()).failed += count;
    failures += count;
    missing.addNotAsked(first, last, problem);
    return problem;
  }

  /** A value lies where it is not asked for. */
  synchronized void noAddress(Resource value, Problem problem) {
    kind(value.kind()).named++;
    kind(value.kind()).failed++;
    fail(value, Outcome.FAILED, problem, 0);
  }

  /** An entry of recorded metadata cannot be asked for. */
  synchronized void unusable(Resource document, String why) {
    fail(document, Outcome.FAILED, new Problem(Problem.Kind.UID, why), 200);
  }

  /** A deviation was accepted. */
  synchronized void note(String note) {
    boolean hasRoom = notes.size() < MOST_NOTES || notes.containsKey(note);
    notes.merge(hasRoom ? note : "others", 1L, Long::sum);
  }

  static boolean isFailure(Outcome outcome) {
    return outcome == Outcome.FAILED || outcome == Outcome.INCOMPLETE;
  }

  /**
   * What the dump holds.
   *
   * @param root the server
   * @param finished whether all was asked for that can be
   * @param unsupported the levels of metadata that the server does not have
   */
  synchronized DumpState state(String root, boolean finished, Predicate<ResourceKind> unsupported) {
    Map<ResourceKind, ResourceCounts> counts = new EnumMap<>(ResourceKind.class);
    kinds.forEach(
        (kind, tally) -> counts.put(kind, tally.counts(finished, unsupported.test(kind))));
    return new DumpState(
        verdict(counts),
        root,
        new DumpState.OneStudy(study),
        known(series, outlined == null ? 0 : outlined.series().size(), finished),
        known(instances, outlined == null ? 0 : outlined.instances(), finished),
        known(frames, outlined == null ? 0 : outlined.frames(), finished),
        counts,
        syntaxes,
        notes,
        kinds.keySet().stream().filter(kind -> unsupported.test(kind) || lacks(kind)).toList(),
        missing.snapshot());
  }

  /** Of study metadata, each study tells for itself. */
  private boolean lacks(ResourceKind kind) {
    return kind == ResourceKind.STUDY_METADATA && kind(kind).unsupported > 0;
  }

  private DumpVerdict verdict(Map<ResourceKind, ResourceCounts> counts) {
    if (found == 0
        && kinds.entrySet().stream()
            .allMatch(entry -> entry.getKey().isSearch() || entry.getValue().complete == 0)) {
      return DumpVerdict.FAILED;
    }
    boolean pending = counts.values().stream().anyMatch(count -> count.pending() > 0);
    return failures > 0 || pending ? DumpVerdict.INCOMPLETE : DumpVerdict.COMPLETE;
  }

  private void fail(Resource resource, Outcome outcome, Problem problem, int status) {
    failures++;
    missing.add(resource, outcome, problem, status);
  }

  private static long known(long walked, long expected, boolean finished) {
    return finished ? walked : Math.max(walked, expected);
  }

  private KindTally kind(ResourceKind kind) {
    return kinds.computeIfAbsent(kind, key -> new KindTally());
  }

  private static final class KindTally {
    private long expected;
    private long named;
    private long skipped;
    private long complete;
    private long incomplete;
    private long failed;
    private long unsupported;
    private long bytes;

    void add(Recorded recorded, int resources) {
      switch (recorded.outcome()) {
        case COMPLETE -> {
          complete += resources;
          bytes += recorded.bodyBytes();
        }
        case INCOMPLETE -> incomplete += resources;
        case FAILED -> failed += resources;
        case UNSUPPORTED -> unsupported += resources;
      }
    }

    /** What was expected counts entries; only the walk knows which are named twice. */
    long known(boolean finished) {
      return finished ? named : Math.max(named, expected);
    }

    /** What was passed over counts as pending if the level turned out to exist after all. */
    ResourceCounts counts(boolean finished, boolean levelUnsupported) {
      long settled = complete + incomplete + failed + unsupported;
      long pending = Math.max(0, known(finished) - settled - (levelUnsupported ? skipped : 0));
      long notServed = unsupported + (levelUnsupported ? skipped : 0);
      return new ResourceCounts(complete, incomplete, failed, notServed, pending, bytes);
    }
  }
}
