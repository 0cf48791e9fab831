package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.archive.ShortfallReader;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a list of failures names, line by line. A study ends when all is done that its last line
 * brought. Lines of studies that are not to be asked for go into the new list as they are.
 */
final class FailureListCursor extends WorkCursor {

  private final FailureList list;
  private final ShortfallReader lines;
  private final Function<Uid, StudyRun> begin;
  private final HeldMetadata metadata;
  private final InstanceParts parts;
  private final Expansion expansion;
  private final Shortfalls shortfalls;
  private final Map<Uid, Open> open = new HashMap<>();

  /** A study of which lines are still to come. */
  private static final class Open {
    private final StudyRun run;
    private long linesLeft;
    private boolean wholeAsked;

    Open(StudyRun run, long lines) {
      this.run = run;
      this.linesLeft = lines;
    }
  }

  /**
   * @param begin begins with a study
   * @param shortfalls takes the lines that are not asked for
   */
  FailureListCursor(
      FailureList list,
      Function<Uid, StudyRun> begin,
      HeldMetadata metadata,
      InstanceParts parts,
      Expansion expansion,
      Shortfalls shortfalls) {
    super(Level.STUDIES, null);
    this.list = list;
    this.lines = list.open();
    this.begin = begin;
    this.metadata = metadata;
    this.parts = parts;
    this.expansion = expansion;
    this.shortfalls = shortfalls;
  }

  @Override
  @Nullable Step next() throws IOException {
    for (Shortfall line = lines.next(); line != null; line = lines.next()) {
      FailureList.Listed listed = list.of(line.study());
      if (listed == null) {
        shortfalls.add(line);
      } else {
        Step step = next(line, listed);
        if (step != null) {
          return step;
        }
      }
    }
    return null;
  }

  private @Nullable Step next(Shortfall line, FailureList.Listed listed) throws IOException {
    Open study = open.computeIfAbsent(line.study(), uid -> begun(uid, listed));
    Step step = listed.whole() ? wholeOnce(line, study) : step(line, study.run);
    study.linesLeft--;
    if (study.linesLeft > 0) {
      return step;
    }
    open.remove(line.study());
    study.run.release();
    // So that a study whose last line brings nothing comes to its end, too.
    return step == null ? new AskCursor(Level.PIXELS, study.run, List.of()) : step;
  }

  /** Held until its last line: else it would end whenever all lines so far were done. */
  private Open begun(Uid study, FailureList.Listed listed) {
    StudyRun run = begin.apply(study);
    run.hold();
    return new Open(run, listed.lines());
  }

  /** What is asked for with all below it needs no other line. */
  private @Nullable Step wholeOnce(Shortfall line, Open study) {
    boolean first = !study.wholeAsked && line.kind() == ResourceKind.STUDY_METADATA;
    study.wholeAsked |= first;
    return first ? expansion.intoStudy(study.run) : null;
  }

  private @Nullable Step step(Shortfall line, StudyRun run) throws IOException {
    if (line.frames() != null) {
      return frames(line, run);
    }
    return switch (line.kind()) {
      case BULKDATA -> bulkdata(line, run);
      case SERIES_SEARCH, INSTANCES_SEARCH -> expansion.searchAgain(run, line.first());
      case INSTANCE_METADATA, INSTANCE, RENDERED ->
          new Task.Ask(run, line.first(), metadata.instance(line.first()), null, line.below());
      default -> new Task.Ask(run, line.first(), null, null, line.below());
    };
  }

  private Step frames(Shortfall line, StudyRun run) throws IOException {
    int first = line.first().frames().get(0);
    boolean rendered = line.kind() == ResourceKind.RENDERED;
    NamedInstance instance = metadata.instance(line.first());
    return parts.alone(run, instance, first, line.lastFrame(), rendered);
  }

  /** The address is taken from the metadata that is held: servers may give values new ones. */
  private @Nullable Step bulkdata(Shortfall line, StudyRun run) throws IOException {
    NamedInstance instance = metadata.instance(line.first());
    Resource value =
        parts
            .bulkdata(run, instance, name -> name.attribute().equals(line.attribute()))
            .findFirst()
            .orElse(null);
    return value == null ? null : new Task.Ask(run, value, instance, null, false);
  }

  /**
   * Tells the lines that were not come to. What is missing of a study that was begun is told by
   * what the folder holds.
   */
  @Override
  void giveUp(Shortfalls shortfalls) throws IOException {
    for (Shortfall line = lines.next(); line != null; line = lines.next()) {
      if (!open.containsKey(line.study())) {
        shortfalls.add(line);
      }
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
