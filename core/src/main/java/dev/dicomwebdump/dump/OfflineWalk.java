package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.HeldFrames;
import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.record.Recorded;
import dev.dicomwebdump.resource.Resource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walks over what a folder holds without asking the server: what has a record goes into the books,
 * be it of a success or of a failure; what has none is pending. Used by one thread.
 */
final class OfflineWalk {

  private final ArchiveFolder folder;
  private final EarlierRecordings earlier;
  private final MetadataLevels levels;
  private final ResourceWalk walk;
  private final Expansion expansion;
  private final Shortfalls shortfalls;

  /**
   * @param earlier finds what the folder holds
   * @param walk commits what was held back until a level of metadata was judged
   */
  OfflineWalk(
      ArchiveFolder folder,
      EarlierRecordings earlier,
      MetadataLevels levels,
      ResourceWalk walk,
      Expansion expansion,
      Shortfalls shortfalls) {
    this.folder = folder;
    this.earlier = earlier;
    this.levels = levels;
    this.walk = walk;
    this.expansion = expansion;
    this.shortfalls = shortfalls;
  }

  /**
   * Takes all that is in a list.
   *
   * @param end hears of each study of which nothing is pending
   */
  void walk(WorkList list, Consumer<StudyRun> end) {
    for (Task task = list.poll(); task != null; task = list.poll()) {
      if (task instanceof Task.Ask ask) {
        look(ask, list);
      } else {
        end.accept(task.study());
        list.done(task, null);
      }
    }
  }

  /** What comes first of a study. */
  Step intoStudy(StudyRun study) {
    return expansion.intoStudy(study);
  }

  /** The frames that lie behind the last one on disk are pending, all in one. */
  void limit(@Nullable WorkCursor cursor) {
    if (cursor instanceof PixelCursor pixels) {
      pixels.endAfter(instance -> HeldFrames.last(folder, instance), shortfalls);
    }
  }

  private void look(Task.Ask ask, WorkList list) {
    HeldEntry held = earlier.findAny(ask);
    if (held != null) {
      Exchange exchange = held.record().exchange();
      list.done(ask, after(ask, exchange, enter(ask, held)));
    } else if (levels.isUnsupported(ask.resource().kind())) {
      ask.study().tally().skipped(ask.resource().kind());
      list.done(ask, after(ask, null, null));
    } else {
      shortfalls.add(Shortfall.pending(ask.resource()));
      list.drop(ask);
    }
  }

  private @Nullable RecordedMetadata enter(Task.Ask ask, HeldEntry held) {
    Exchange exchange = held.record().exchange();
    Outcome outcome = held.record().outcome();
    walk.judge(ask.resource().kind(), outcome);
    Recorded recorded = earlier.enter(ask, held);
    ask.study().tally().recorded(ask.resource(), recorded, exchange);
    if (ask.frames() != null) {
      ask.frames().add(exchange);
    }
    if (StudyTally.isFailure(outcome)) {
      tell(ask.resource(), outcome, exchange);
    }
    return walk.recorded(ask, exchange);
  }

  private void tell(Resource resource, Outcome outcome, Exchange exchange) {
    Problem problem = exchange.problem();
    if (problem != null) {
      shortfalls.add(Shortfall.failed(resource, outcome, problem, exchange.status()));
    }
  }

  private @Nullable WorkCursor after(
      Task.Ask ask, @Nullable Exchange exchange, @Nullable RecordedMetadata had) {
    WorkCursor children = expansion.after(ask, exchange, had);
    limit(children);
    return children;
  }
}
