package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ArchiveLock;
import dev.dicomwebdump.archive.DicomFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.fetch.FetchSettings;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.fetch.ServerAsksToWaitException;
import dev.dicomwebdump.fetch.ServerGoneException;
import dev.dicomwebdump.record.Storage;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.transport.OkHttpTransport;
import dev.dicomwebdump.transport.Transport;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Dumps studies from a DICOMweb server into a folder. One object is one run; its methods may be
 * called by any thread.
 */
public final class DicomwebDump {

  private final DumpRequest request;
  private final EventListener listener;
  private final Consumer<String> warnings;
  private @Nullable DumpRun run;
  private @Nullable Fetcher searching;
  private boolean interrupted;

  /**
   * @param request what to dump
   * @param listener hears what happens
   * @param warnings hears, in a line each, what the user should know of the output folder
   */
  public DicomwebDump(DumpRequest request, EventListener listener, Consumer<String> warnings) {
    this.request = request;
    this.listener = listener;
    this.warnings = warnings;
  }

  /**
   * Runs to the end. Failed resources are in the result; what ends the run as a whole is an
   * exception.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when the output cannot be written
   * @throws OtherDumpException when the folder holds another dump in a study's place
   * @throws dev.dicomwebdump.archive.AlreadyLockedException when another run writes into the folder
   * @throws BadListException when the list of failures is none, or does not fit the folder
   * @throws NothingFoundException when searches for studies find none, and none is named besides
   * @throws CredentialsRefusedException when the server refuses the credentials
   * @throws dev.dicomwebdump.credentials.CredentialsUnavailableException when they cannot be had
   */
  public DumpResult run() {
    FailureList list =
        request.onlyFailed() == null
            ? null
            : FailureList.read(request.onlyFailed(), request.studies());
    DumpRequest resolved = list == null ? request : request.of(list.uids());
    FutureTask<DumpResult> all = new FutureTask<>(() -> run(resolved, list));
    // An interrupt of a thread that writes would break its file: so none of these is the caller's.
    new Thread(all, "dump").start();
    return await(all);
  }

  /** Waits for the end; an interrupt only makes it come sooner, and is told after it. */
  private DumpResult await(FutureTask<DumpResult> all) {
    boolean callerInterrupted = false;
    try {
      while (true) {
        try {
          return all.get();
        } catch (InterruptedException e) {
          callerInterrupted = true;
          interrupt();
        }
      }
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      if (callerInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException failure(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
  }

  private DumpResult run(DumpRequest resolved, @Nullable FailureList list) {
    ArchiveFolder folder = ArchiveFolder.open(request.folder(), request.permissions(), warnings);
    try (ArchiveLock lock = ArchiveLock.take(folder);
        DicomFolder dicom = openDicomFolder();
        Shortfalls shortfalls = new Shortfalls(resolved, listener);
        Transport transport = new OkHttpTransport(resolved.transport())) {
      boolean inOrder = lock.lastEndedInOrder();
      Storage storage =
          new Storage(
              request.payloads(), request.keep(), dicom, request.pretty(), request.digest());
      RunTally tally = new RunTally(Instant.now());
      FoundStudies found = find(folder, storage, transport, tally);
      DumpRequest whole = found.studies().isEmpty() ? resolved : resolved.and(found.studies());
      DumpResult result =
          begin(whole, list, folder, storage, lock, transport, shortfalls, tally, found).run();
      // What this run did not come to was not hashed: the next one must.
      if (inOrder || result.end() == RunEnd.FINISHED) {
        lock.endedInOrder();
      }
      return result;
    }
  }

  /** Makes the searches of the request; what may be missing is told at once. */
  private FoundStudies find(
      ArchiveFolder folder, Storage storage, Transport transport, RunTally tally) {
    if (request.queries().isEmpty()) {
      return FoundStudies.NONE;
    }
    Fetcher fetcher = new Fetcher(request.root(), fetchSettings(), transport, listener);
    StudyFinder finder =
        new StudyFinder(
            folder,
            fetcher,
            RunRecorder.of(request, folder, storage),
            new EarlierRecordings(folder, storage, false, false),
            CredentialsWatch.of(request),
            tally);
    FoundStudies found = found(finder, fetcher);
    found.shortfalls().forEach(why -> warnings.accept("studies may be missing: " + why));
    if (found.studies().isEmpty() && request.studies().isEmpty() && !isInterrupted()) {
      throw new NothingFoundException(
          found.shortfalls().isEmpty() ? "the searches found no study" : found.shortfalls().get(0));
    }
    return found;
  }

  private FoundStudies found(StudyFinder finder, Fetcher fetcher) {
    try {
      finding(fetcher);
      return finder.find(request.queries());
    } catch (InterruptedException e) {
      interrupt();
      return FoundStudies.NONE;
    } catch (ServerAsksToWaitException | ServerGoneException e) {
      throw new NothingFoundException("the studies could not be searched for: " + e.getMessage());
    }
  }

  /** Lets {@link #interrupt} end the searches. */
  private synchronized void finding(Fetcher fetcher) {
    searching = fetcher;
    if (interrupted) {
      fetcher.cancel();
    }
  }

  private synchronized boolean isInterrupted() {
    return interrupted;
  }

  /** To be called when the dump is this run's alone: so are then the files that are not whole. */
  private @Nullable DicomFolder openDicomFolder() {
    return request.dicom() == null
        ? null
        : DicomFolder.open(request.dicom(), request.folder(), request.permissions());
  }

  /**
   * Ends the run early and in order: {@link #run} then returns what there is. What is in flight is
   * cancelled.
   */
  public void interrupt() {
    DumpRun running = end();
    if (running != null) {
      running.interrupt();
    }
  }

  /**
   * Ends the run early and in order as soon as the requests have ended that are in flight; what
   * failed is not asked for again. {@link #interrupt} may follow.
   */
  public void windDown() {
    DumpRun running = end();
    if (running != null) {
      running.windDown();
    }
  }

  private synchronized @Nullable DumpRun end() {
    interrupted = true;
    if (run == null && searching != null) {
      searching.cancel();
    }
    return run;
  }

  /** How far the run is. */
  public synchronized Progress progress() {
    return run == null ? new Progress(0, 0, 0, 0) : run.progress();
  }

  private DumpRun begin(
      DumpRequest resolved,
      @Nullable FailureList list,
      ArchiveFolder folder,
      Storage storage,
      ArchiveLock lock,
      Transport transport,
      Shortfalls shortfalls,
      RunTally tally,
      FoundStudies found) {
    EarlierDumps dumps = new EarlierDumps(resolved, folder, lock.lastEndedInOrder());
    Set<Uid> resumed = prepare(dumps, lock);
    boolean hashAll = resolved.rerun().recheck() || !dumps.endedInOrder();
    if (hashAll && request.digest() == DigestKind.NONE && !resumed.isEmpty()) {
      warnings.accept("without digests, of what is there only the length is checked");
    }
    Fetcher fetcher = new Fetcher(resolved.root(), fetchSettings(), transport, listener);
    return begun(
        new DumpRun(
            resolved, list, folder, storage, hashAll, resumed, fetcher, shortfalls, tally, found));
  }

  /** What is refused is not touched: the next run need not hash it. */
  private static Set<Uid> prepare(EarlierDumps dumps, ArchiveLock lock) {
    try {
      return dumps.prepare();
    } catch (OtherDumpException e) {
      if (lock.lastEndedInOrder()) {
        lock.endedInOrder();
      }
      throw e;
    }
  }

  private DumpRun begun(DumpRun begun) {
    boolean stop;
    synchronized (this) {
      run = begun;
      stop = interrupted;
    }
    if (stop) {
      interrupt();
    }
    return begun;
  }

  private FetchSettings fetchSettings() {
    return new FetchSettings(
        request.retries(),
        request.maxRetryWait(),
        request.outage(),
        request.concurrency(),
        request.politeness(),
        request.accept(),
        request.compressed() ? "gzip" : "identity",
        Objects.requireNonNullElse(request.userAgent(), request.program().replace(' ', '/')),
        request.headers(),
        request.credentials());
  }
}
