package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.crawl.PagingEnd;
import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.record.Recorded;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Recording;
import dev.dicomwebdump.record.SeriesLookup;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one resource: fetches it, records it, counts it. Safe for use by many threads at once.
 */
final class ResourceWalk {

  private static final int NOT_MODIFIED = 304;

  private final Recorder recorder;
  private final EarlierRecordings earlier;
  private final MetadataBodies bodies;
  private final Fetcher fetcher;
  private final MetadataLevels levels;
  private final CredentialsWatch credentials;
  private final RunTally run;
  private final RunProgress progress;
  private final EventListener listener;
  private final MetadataLevels.Commit committing = this::commit;

  /** A resource that was asked for, and is not on disk yet. */
  record Asked(Task.Ask task, Recording recording, Exchange exchange) {}

  ResourceWalk(
      Recorder recorder,
      EarlierRecordings earlier,
      MetadataBodies bodies,
      Fetcher fetcher,
      MetadataLevels levels,
      CredentialsWatch credentials,
      RunTally run,
      RunProgress progress,
      EventListener listener) {
    this.recorder = recorder;
    this.earlier = earlier;
    this.bodies = bodies;
    this.fetcher = fetcher;
    this.levels = levels;
    this.credentials = credentials;
    this.run = run;
    this.progress = progress;
    this.listener = listener;
  }

  /**
   * Asks for it, unless it is there.
   *
   * @return the exchange that brought what is there now; null when it was cancelled, which leaves
   *     nothing behind
   * @throws CredentialsRefusedException when the server refuses all
   */
  @Nullable Exchange ask(Task.Ask task) throws InterruptedException {
    HeldEntry held = earlier.find(task);
    return held != null && !earlier.isAskedAgain(task) ? keep(task, held) : fetch(task, held);
  }

  private @Nullable Exchange fetch(Task.Ask task, @Nullable HeldEntry held)
      throws InterruptedException {
    listener.on(new Event.ResourceBegun(task.resource()));
    Recording recording = open(task);
    Exchange exchange = fetch(task, earlier.condition(held), recording);
    if (exchange.failedBy(Problem.Kind.CANCELLED)) {
      recording.discard();
      return null;
    }
    if (task.frames() != null && task.resource().frames().size() == 1) {
      task.frames().add(exchange);
    }
    run.add(task.resource().kind(), exchange);
    task.study().run().add(task.resource().kind(), exchange);
    CredentialsRefusedException refusal = credentials.see(exchange);
    // Without its body, what was had before is of no use in the place of what is not had now.
    boolean better = exchange.problem() == null || bodies.areKept();
    Exchange brought = settle(new Asked(task, recording, exchange), better ? held : null);
    if (refusal != null) {
      throw refusal;
    }
    return brought;
  }

  private Recording open(Task.Ask task) {
    Resource resource = task.resource();
    StudyRun study = task.study();
    return switch (resource.kind()) {
      case STUDY_INSTANCES, SERIES_INSTANCES ->
          recorder.open(resource, lookup(study, resource), study.sums(), study.isResumed());
      default -> recorder.open(resource, task.pixels(), study.sums(), study.isResumed());
    };
  }

  private static SeriesLookup lookup(StudyRun study, Resource files) {
    StudyRun.StudyMetadata metadata = study.metadata();
    if (files.series() != null) {
      return instance -> files.series();
    }
    return metadata == null ? SeriesLookup.NONE : new SeriesByMetadata(study.study(), metadata);
  }

  /** Commits what came, unless what is there is as good or better. */
  private Exchange settle(Asked asked, @Nullable HeldEntry held) {
    Problem problem = asked.exchange().problem();
    boolean list = asked.task().resource().frames().size() > 1;
    if (list && problem != null) {
      // Each frame is asked for alone: the list itself is no failure.
      commit(List.of(asked), true);
      return asked.exchange();
    }
    Search search = asked.task().search();
    if (held == null && search != null && problem != null && !search.isFailure(asked.exchange())) {
      settleRefused(asked, search);
      return asked.exchange();
    }
    if (held == null) {
      earlier.keepFormer(asked.task());
      levels.judge(asked, committing);
      return asked.exchange();
    }
    if (problem == null && !isSame(asked, held.record().body())) {
      earlier.setAside(held);
      earlier.keepFormer(asked.task());
      levels.judge(asked, committing);
      return asked.exchange();
    }
    asked.recording().holdContent();
    asked.recording().discard();
    if (problem != null && asked.exchange().status() != NOT_MODIFIED) {
      asked
          .task()
          .study()
          .tally()
          .notRefreshed(asked.task().resource(), problem, asked.exchange().status());
    }
    return keep(asked.task(), held);
  }

  private Exchange keep(Task.Ask task, HeldEntry held) {
    levels.served(task.resource().kind(), committing);
    Recorded recorded = earlier.keep(task, held);
    run.kept();
    task.study().run().kept();
    task.study().tally().recorded(task.resource(), recorded, held.record().exchange());
    progress.done(true);
    listener.on(new Event.ResourceKept(task.resource()));
    return held.record().exchange();
  }

  /** A page of a search may have no body at all. */
  private static boolean isSame(Asked asked, @Nullable StoredBody held) {
    return held == null ? asked.exchange().bodyBytes() == 0 : asked.recording().isSameAs(held);
  }

  /** A search goes on in another form, whose response takes the place of this one; or it ends. */
  private void settleRefused(Asked asked, Search search) {
    StudyTally tally = asked.task().study().tally();
    if (search.afterFailure(asked.exchange()) instanceof PagingEnd) {
      earlier.keepFormer(asked.task());
      commit(asked, true);
    } else {
      asked.recording().discard();
      tally.note("a search was refused (" + asked.exchange().status() + "), and made otherwise");
      listener.on(
          new Event.ResourceEnded(asked.task().resource(), Outcome.UNSUPPORTED, asked.exchange()));
    }
  }

  /** A resource's metadata, when it was had. */
  @Nullable RecordedMetadata recorded(Task.Ask task, Exchange exchange) {
    return exchange.problem() == null ? bodies.of(task.resource(), exchange) : null;
  }

  /** Learns of a level of metadata from what an earlier run recorded. */
  void judge(ResourceKind kind, Outcome recorded) {
    if (recorded == Outcome.COMPLETE) {
      levels.served(kind, committing);
    } else if (recorded == Outcome.UNSUPPORTED) {
      levels.unsupported(kind, committing);
    }
  }

  /** Commits the refused metadata that was held back for a study that ends. */
  void endStudy(StudyRun study) {
    levels.giveUp(study, committing);
  }

  private Exchange fetch(Task.Ask task, Headers further, Recording recording)
      throws InterruptedException {
    boolean done = false;
    try {
      Exchange exchange = fetcher.fetch(task.resource(), further, recording);
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
