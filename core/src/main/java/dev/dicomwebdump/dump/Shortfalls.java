package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.archive.ShortfallFile;
import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.Event.ResourceEnded;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Lists what a run does not get, where the user wants a list. It hears of failures as they come,
 * before the user's own listener, and is told at the end what is pending. Safe for use by many
 * threads at once.
 */
final class Shortfalls implements EventListener, Unasked, AutoCloseable {

  private final @Nullable ShortfallFile file;
  private final boolean toldByEvents;
  private final EventListener next;

  /**
   * @param next hears all events, too
   */
  Shortfalls(DumpRequest request, EventListener next) {
    this.file =
        request.failed() == null
            ? null
            : new ShortfallFile(request.failed(), request.permissions());
    // Else what the folder holds at the end tells, also of failures that were not asked for.
    this.toldByEvents = request.onlyFailed() == null;
    this.next = next;
  }

  @Override
  public void on(Event event) {
    if (toldByEvents
        && event instanceof ResourceEnded ended
        && StudyTally.isFailure(ended.outcome())) {
      Problem problem = ended.exchange().problem();
      if (problem != null) {
        add(
            Shortfall.failed(
                ended.resource(), ended.outcome(), problem, ended.exchange().status()));
      }
    }
    next.on(event);
  }

  @Override
  public void failed(Resource resource, Problem why) {
    if (toldByEvents) {
      add(Shortfall.failed(resource, Outcome.FAILED, why, 0));
    }
  }

  @Override
  public void failed(Resource first, int last, Problem why) {
    if (toldByEvents) {
      add(Shortfall.failedFrames(first, last, why));
    }
  }

  boolean areWanted() {
    return file != null;
  }

  /** Adds a line, where a list is wanted. */
  void add(Shortfall shortfall) {
    if (file != null) {
      file.add(shortfall);
    }
  }

  /** All is told. */
  void finish() {
    if (file != null) {
      file.finish();
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
