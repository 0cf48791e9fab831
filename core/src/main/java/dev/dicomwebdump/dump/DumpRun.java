package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.fetch.ServerAsksToWaitException;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Redaction;
import dev.dicomwebdump.resource.Uid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run: workers that take tasks from the work list until there are none, or the run is stopped.
 * The threads of a dump start here.
 */
final class DumpRun {

  private final DumpRequest request;
  private final ArchiveFolder folder;
  private final Fetcher fetcher;
  private final Recorder recorder;
  private final MetadataLevels levels = new MetadataLevels();
  private final RunTally tally = new RunTally(Instant.now());
  private final RunProgress progress = new RunProgress();
  private final ResourceWalk walk;
  private final Expansion expansion;
  private final WorkList list;
  private final StudyBooks books;
  private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.FINISHED);

  DumpRun(DumpRequest request, ArchiveFolder folder, Fetcher fetcher, EventListener listener) {
    this.request = request;
    this.folder = folder;
    this.fetcher = fetcher;
    this.recorder = new Recorder(folder, redaction(request), request.payloads());
    boolean sentSome = request.credentials() != Credentials.NONE || !request.headers().isEmpty();
    CredentialsWatch credentials = new CredentialsWatch(sentSome);
    this.walk = new ResourceWalk(recorder, fetcher, levels, credentials, tally, progress, listener);
    this.expansion = new Expansion(request.instances(), levels::isUnsupported, progress);
    this.books = new StudyBooks(request, folder, levels, tally);
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
  DumpResult run() throws InterruptedException {
    List<Thread> workers = new ArrayList<>();
    for (int i = 1; i <= request.concurrency(); i++) {
      Thread worker = new Thread(this::work, "dump-" + i);
      worker.start();
      workers.add(worker);
    }
    awaitAll(workers);
    return close(ending.get());
  }

  private void awaitAll(List<Thread> workers) throws InterruptedException {
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      stop(Ending.early(RunEnd.INTERRUPTED, "ended before all was asked for"));
      throw e;
    }
  }

  private DumpResult close(Ending how) {
    RuntimeException failure = how.failure();
    try {
      DumpResult result = books.close(how, walk::endStudy);
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
    return books.begin(study, new SumsWriter(folder, study));
  }

  private void work() {
    try {
      for (Task task = list.take(); task != null; task = list.take()) {
        list.done(task, carryOut(task));
      }
    } catch (ServerAsksToWaitException e) {
      stop(Ending.early(RunEnd.GAVE_UP, e.getMessage() + ": run again then"));
    } catch (InterruptedException e) {
      stop(Ending.early(RunEnd.INTERRUPTED, "ended before all was asked for"));
    } catch (RuntimeException e) {
      stop(Ending.failed(e));
    }
  }

  private @Nullable WorkCursor carryOut(Task task) throws InterruptedException {
    if (task instanceof Task.Ask ask) {
      return ask(ask);
    }
    walk.endStudy(task.study());
    books.end(task.study(), Ending.FINISHED);
    return null;
  }

  private @Nullable WorkCursor ask(Task.Ask ask) throws InterruptedException {
    Exchange exchange = walk.ask(ask);
    if (exchange == null) {
      return null;
    }
    if (request.abort() && exchange.problem() != null) {
      stop(
          Ending.early(
              RunEnd.ABORTED, ask.resource() + " failed: " + exchange.problem().message()));
      return null;
    }
    return expansion.after(ask, walk.recorded(folder, ask, exchange));
  }
}
