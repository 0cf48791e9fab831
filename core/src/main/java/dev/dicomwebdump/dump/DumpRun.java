package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.fetch.ServerAsksToWaitException;
import dev.dicomwebdump.fetch.ServerGoneException;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Storage;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One run: workers that take tasks from the work list until there are none, or the run is stopped.
 * The threads of a dump start here.
 */
final class DumpRun {

  private static final Ending INTERRUPTED =
      Ending.early(RunEnd.INTERRUPTED, "ended before all was asked for");

  private final DumpRequest request;
  private final Fetcher fetcher;
  private final Shortfalls shortfalls;
  private final Recorder recorder;
  private final MetadataBodies bodies;
  private final Set<Uid> resumed;
  private final MetadataLevels levels = new MetadataLevels();
  private final RunProgress progress = new RunProgress();
  private final ResourceWalk walk;
  private final InstanceParts parts;
  private final Expansion expansion;
  private final WorkList list;
  private final StudyBooks books;
  private final HeldMetadata heldMetadata;
  private final Closing closing;
  private final AtomicReference<Ending> ending = new AtomicReference<>(Ending.FINISHED);
  private final AtomicReference<@Nullable Ending> failed = new AtomicReference<>();

  /**
   * @param failures what is to be asked for; null for all that the studies hold
   * @param hashAll whether each body that is there is hashed before it counts
   * @param storage what is written of responses beside their records
   * @param resumed the studies of which earlier runs left something
   * @param tally counts the requests of the run, and has those of its searches
   * @param found what the searches for studies came to
   * @throws BadListException when the list of failures does not fit the folder
   */
  DumpRun(
      DumpRequest request,
      @Nullable FailureList failures,
      ArchiveFolder folder,
      Storage storage,
      boolean hashAll,
      Set<Uid> resumed,
      Fetcher fetcher,
      Shortfalls shortfalls,
      RunTally tally,
      FoundStudies found) {
    this.request = request;
    this.shortfalls = shortfalls;
    this.fetcher = fetcher;
    this.recorder = RunRecorder.of(request, folder, storage);
    this.bodies = new MetadataBodies(folder, recorder, storage.keep());
    CredentialsWatch credentials = CredentialsWatch.of(request);
    this.resumed = resumed;
    EarlierRecordings earlier =
        new EarlierRecordings(folder, storage, bodies, request.rerun().refresh(), hashAll);
    this.heldMetadata = new HeldMetadata(earlier);
    SelectionMatch match = new SelectionMatch(request.selection());
    this.books = new StudyBooks(request, folder, levels, tally, found, match, fetcher::concurrency);
    this.walk =
        new ResourceWalk(
            recorder,
            earlier,
            bodies,
            fetcher,
            levels,
            credentials,
            tally,
            progress,
            request.abort() ? this::abortAfter : shortfalls);
    this.closing = new Closing(request, folder, hashAll, levels, walk, bodies, books, shortfalls);
    BulkAddresses addresses = new BulkAddresses(request.root(), request.selection().bulkdata());
    BatchSize batchSize = new BatchSize(request.selection().framesPerRequest());
    this.parts =
        new InstanceParts(
            earlier, request.selection(), any -> false, addresses, batchSize, shortfalls, progress);
    this.expansion =
        new Expansion(
            earlier, request.selection(), match, parts, batchSize, closing::isPassedOver, progress);
    this.list = new WorkList(failures == null ? studies() : listed(failures));
    progress.known(failures == null ? request.studies().size() : failures.resources());
  }

  private WorkCursor studies() {
    return new StudiesCursor(
        request.studies(), study -> expansion.intoStudy(begin(study)), books::holdsAll);
  }

  private WorkCursor listed(FailureList failures) {
    ListedStudies studies = new ListedStudies(failures, heldMetadata, books, walk);
    studies.requireMetadata();
    return new FailureListCursor(
        failures, studies::begin, heldMetadata, parts, expansion, shortfalls);
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
    try {
      return closing.close(list, ending.get());
    } finally {
      bodies.releaseAll();
    }
  }

  /** Waits for all workers to end; an interrupt only makes them end sooner. */
  private void awaitAll(List<Thread> workers) {
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupt();
        }
      }
    }
  }

  /** Ends the run early at once, even where it is ending already. */
  void interrupt() {
    end(INTERRUPTED);
    fetcher.cancel();
  }

  /** Ends the run early when what is in flight has ended. */
  void windDown() {
    if (end(INTERRUPTED)) {
      fetcher.windDown();
    }
  }

  /** Ends the run early, unless it is ending already: what is in flight is cancelled. */
  private void stop(Ending how) {
    if (end(how)) {
      fetcher.cancel();
    }
  }

  /** Nothing more is asked for; says whether this was the first that ended the run. */
  private boolean end(Ending how) {
    boolean first = ending.compareAndSet(Ending.FINISHED, how);
    list.close();
    return first;
  }

  Progress progress() {
    return progress.snapshot(recorder.receivedBytes());
  }

  Load load() {
    return new Load(fetcher.inFlight(), fetcher.concurrency(), fetcher.isPaused());
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
      interrupt();
    } catch (RuntimeException e) {
      stop(Ending.failed(e));
    } catch (Error e) {
      // Without this the other workers would wait for ever for what this one has in hand.
      stop(Ending.failed(new IllegalStateException("a worker broke down: " + e, e)));
    }
  }

  /**
   * What counts as a failure shows when it is recorded: the server may not have a level at all. The
   * run is not ended here, where locks are held that others wait for under the work list's.
   */
  private void abortAfter(Event event) {
    shortfalls.on(event);
    if (event instanceof Event.ResourceEnded ended && StudyTally.isFailure(ended.outcome())) {
      Problem problem = ended.exchange().problem();
      String why = problem == null ? "" : " failed: " + problem.message();
      failed.compareAndSet(null, Ending.early(RunEnd.ABORTED, ended.resource() + why));
    }
  }

  private void stopAfterFailure() {
    Ending abort = failed.get();
    if (abort != null) {
      stop(abort);
    }
  }

  private void carryOut(Task task) throws InterruptedException {
    if (task instanceof Task.Ask ask) {
      ask(ask);
    } else {
      closing.endStudy(task.study(), Ending.FINISHED);
      stopAfterFailure();
      list.done(task, null);
    }
  }

  /** What was cancelled stays in hand: it was not done. */
  private void ask(Task.Ask ask) throws InterruptedException {
    Exchange exchange = walk.ask(ask);
    if (exchange == null) {
      return;
    }
    stopAfterFailure();
    list.done(
        ask, ask.below() ? expansion.after(ask, exchange, walk.recorded(ask, exchange)) : null);
    if (!isReadLater(ask.resource().kind())) {
      bodies.release(ask.resource());
    }
  }

  /** Instances come when all else of their series was asked for; so do series. */
  private static boolean isReadLater(ResourceKind kind) {
    return kind == ResourceKind.STUDY_METADATA || kind == ResourceKind.SERIES_METADATA;
  }
}
