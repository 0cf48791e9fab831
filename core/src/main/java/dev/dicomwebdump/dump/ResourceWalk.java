package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.record.Recorded;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Recording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one resource: fetches it, records it, counts it. Safe for use by many threads at once.
 */
final class ResourceWalk {

  private final Recorder recorder;
  private final Fetcher fetcher;
  private final MetadataLevels levels;
  private final CredentialsWatch credentials;
  private final RunTally run;
  private final RunProgress progress;
  private final EventListener listener;

  /** A resource that was asked for, and is not on disk yet. */
  record Asked(Task.Ask task, Recording recording, Exchange exchange) {}

  ResourceWalk(
      Recorder recorder,
      Fetcher fetcher,
      MetadataLevels levels,
      CredentialsWatch credentials,
      RunTally run,
      RunProgress progress,
      EventListener listener) {
    this.recorder = recorder;
    this.fetcher = fetcher;
    this.levels = levels;
    this.credentials = credentials;
    this.run = run;
    this.progress = progress;
    this.listener = listener;
  }

  /**
   * Asks for it.
   *
   * @return the exchange; null when it was cancelled, which leaves nothing behind
   * @throws CredentialsRefusedException when the server refuses all
   */
  @Nullable Exchange ask(Task.Ask task) throws InterruptedException {
    listener.on(new Event.ResourceBegun(task.resource()));
    Recording recording = recorder.open(task.resource(), task.pixels(), task.study().sums());
    Exchange exchange = fetch(task, recording);
    if (exchange.failedBy(Problem.Kind.CANCELLED)) {
      recording.discard();
      return null;
    }
    if (task.frames() != null) {
      task.frames().add(exchange);
    }
    run.add(task.resource().kind(), exchange);
    task.study().run().add(task.resource().kind(), exchange);
    levels.judge(new Asked(task, recording, exchange), this::commit);
    CredentialsRefusedException refusal = credentials.see(exchange);
    if (refusal != null) {
      throw refusal;
    }
    return exchange;
  }

  /** Where a resource's metadata lies, when it was had. */
  @Nullable RecordedMetadata recorded(ArchiveFolder folder, Task.Ask task, Exchange exchange) {
    ResponseHead head = exchange.response();
    return exchange.problem() != null || head == null
        ? null
        : new RecordedMetadata(
            folder, Layout.filesOf(task.resource()).body(), ContentCoding.of(head.headers()));
  }

  /** Commits the refused metadata that was held back for a study that ends. */
  void endStudy(StudyRun study) {
    levels.giveUp(study, this::commit);
  }

  private Exchange fetch(Task.Ask task, Recording recording) throws InterruptedException {
    boolean done = false;
    try {
      Exchange exchange = fetcher.fetch(task.resource(), recording);
      done = true;
      return exchange;
    } finally {
      if (!done) {
        recording.discard();
      }
    }
  }

  private void commit(List<Asked> decided, boolean levelUnsupported) {
    for (Asked asked : decided) {
      commit(asked, levelUnsupported && asked.exchange().problem() != null);
    }
  }

  private void commit(Asked asked, boolean levelUnsupported) {
    Task.Ask task = asked.task();
    Recorded recorded = asked.recording().commit(asked.exchange(), levelUnsupported);
    task.study().tally().recorded(task.resource(), recorded, asked.exchange());
    Outcome outcome = recorded.outcome();
    progress.done(!StudyTally.isFailure(outcome));
    listener.on(new Event.ResourceEnded(task.resource(), outcome, asked.exchange()));
  }
}
