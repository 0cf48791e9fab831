package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.fetch.ServerAsksToWaitException;
import dev.dicomwebdump.fetch.ServerGoneException;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Redaction;
import dev.dicomwebdump.resource.Uid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One run: workers that take tasks from the work list until there are none, or the run is stopped.
 * The threads of a dump start here.
 */
final class DumpRun {

  private final DumpRequest request;
  private final ArchiveFolder folder;
  private final Fetcher fetcher;
  private final Shortfalls shortfalls;
  private final Recorder recorder;
  private final Set<Uid> resumed;
  private final MetadataLevels levels = new MetadataLevels();
  private final RunTally tally = new RunTally(Instant.now());
  private final RunProgress progress = new RunProgress();
  private final ResourceWalk walk;
  private final Expansion expansion;
  private final WorkList list;
  private final StudyBooks books;
  private boolean callerInterrupted;
  private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.FINISHED);

  /**
   * @param resumed the studies of which earlier runs left something
   */
  DumpRun(
      DumpRequest request,
      ArchiveFolder folder,
      EarlierRecordings earlier,
      Set<Uid> resumed,
      Fetcher fetcher,
      Shortfalls shortfalls) {
    this.request = request;
    this.folder = folder;
    this.shortfalls = shortfalls;
    this.fetcher = fetcher;
    this.recorder =
        new Recorder(folder, redaction(request), request.payloads(), request.transport().maxBody());
    boolean sentSome = request.credentials() != Credentials.NONE || !request.headers().isEmpty();
    CredentialsWatch credentials = new CredentialsWatch(sentSome);
    this.resumed = resumed;
    this.walk =
        new ResourceWalk(
            recorder, earlier, fetcher, levels, credentials, tally, progress, shortfalls);
    this.expansion = new Expansion(earlier, request.instances(), levels::isUnsupported, progress);
    this.books = new StudyBooks(request, folder, levels, tally, fetcher::concurrency);
    this.list = new WorkList(new StudiesCursor(request.studies(), this::begin));
    progress.known(request.studies().size());
  }

  private static Redaction redaction(DumpRequest request) {
    Set<String> secret = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    request.headers().forEach(field -> secret.add(field.name()));
    request.recordedHeaders().forEach(secret::remove);
    return new Redaction(request.root().base(), secret);
  }

  /** Runs until all is done or {@link #stop} is called; all that is known is on disk then. */
  DumpResult run() {
    List<Thread> workers = new ArrayList<>();
    for (int i = 1; i <= request.concurrency(); i++) {
      Thread worker = new Thread(this::work, "dump-" + i);
      worker.start();
      workers.add(worker);
    }
    awaitAll(workers);
    return close(ending.get());
  }

  /** Waits for all workers to end; an interrupt only makes them end sooner. */
  private void awaitAll(List<Thread> workers) {
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          callerInterrupted = true;
          stop(Ending.early(RunEnd.INTERRUPTED, "ended before all was asked for"));
        }
      }
    }
  }

  /** Whether the thread that ran this was interrupted; it must hear of that again. */
  boolean wasCallerInterrupted() {
    return callerInterrupted;
  }

  private DumpResult close(Ending how) {
    RuntimeException failure = how.failure();
    try {
      DumpResult result = books.close(how, walk::endStudy);
      list.giveUp(shortfalls);
      shortfalls.finish();
      if (failure != null) {
        throw failure;
      }
      return result;
    } catch (OutputException e) {
      if (failure != null && failure != e) {
        failure.addSuppressed(e);
        throw failure;
      }
      throw e;
    }
  }

  /** Ends the run early, once: nothing more is asked for, and what is in flight is cancelled. */
  void stop(Ending how) {
    if (ending.compareAndSet(Ending.FINISHED, how)) {
      list.close();
      fetcher.cancel();
    }
  }

  Progress progress() {
    return progress.snapshot(recorder.receivedBytes());
  }

  private StudyRun begin(Uid study) {
    return books.begin(study, resumed.contains(study));
  }

  private void work() {
    try {
      for (Task task = list.take(); task != null; task = list.take()) {
        carryOut(task);
      }
    } catch (ServerAsksToWaitException e) {
      stop(Ending.early(RunEnd.GAVE_UP, e.getMessage() + ": run again then"));
    } catch (ServerGoneException e) {
      stop(Ending.early(RunEnd.GAVE_UP, e.getMessage() + ": run again when it is back"));
    } catch (InterruptedException e) {
      stop(Ending.early(RunEnd.INTERRUPTED, "ended before all was asked for"));
    } catch (RuntimeException e) {
      stop(Ending.failed(e));
    } catch (Error e) {
      // Without this the other workers would wait for ever for what this one has in hand.
      stop(Ending.failed(new IllegalStateException("a worker broke down: " + e, e)));
    }
  }

  private void carryOut(Task task) throws InterruptedException {
    if (task instanceof Task.Ask ask) {
      ask(ask);
    } else {
      walk.endStudy(task.study());
      books.end(task.study(), Ending.FINISHED);
      list.done(task, null);
    }
  }

  /** What was cancelled stays in hand: it was not done. */
  private void ask(Task.Ask ask) throws InterruptedException {
    Exchange exchange = walk.ask(ask);
    if (exchange == null) {
      return;
    }
    if (request.abort() && exchange.problem() != null) {
      stop(
          Ending.early(
              RunEnd.ABORTED, ask.resource() + " failed: " + exchange.problem().message()));
    }
    list.done(ask, expansion.after(ask, walk.recorded(folder, ask, exchange)));
  }
}
