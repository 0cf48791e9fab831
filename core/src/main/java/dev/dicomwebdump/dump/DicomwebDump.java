package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ArchiveLock;
import dev.dicomwebdump.archive.DicomFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.DumpPlan;
import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.credentials.CredentialsUnavailableException;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.fetch.FetchSettings;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.fetch.ServerAsksToWaitException;
import dev.dicomwebdump.fetch.ServerGoneException;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Storage;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.transport.HttpTransport;
import dev.dicomwebdump.transport.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Dumps studies from a DICOMweb server into a folder. One object is one run or one plan; its
 * methods may be called by any thread.
 */
public final class DicomwebDump {

  private final DumpRequest request;
  private final EventListener listener;
  private final Consumer<String> warnings;
  private final RunProgress planned = new RunProgress();
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
   * @throws CredentialsUnavailableException when they cannot be had
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
        Transport transport = new HttpTransport(resolved.transport());
        RecordedPages pages = recordedPages(folder)) {
      boolean inOrder = lock.lastEndedInOrder();
      Storage storage =
          new Storage(
              request.payloads(), request.keep(), dicom, request.pretty(), request.digest());
      try {
        RunTally tally = new RunTally(Instant.now());
        FoundStudies found = find(pages, transport, tally);
        DumpRequest whole = found.found().isEmpty() ? resolved : resolved.and(found.studies());
        DumpResult result =
            begin(whole, list, folder, storage, lock, transport, shortfalls, tally, found, pages)
                .run();
        // What this run did not come to was not hashed: the next one must.
        if (inOrder || result.end() == RunEnd.FINISHED) {
          lock.endedInOrder();
        }
        return result;
      } catch (OtherDumpException
          | BadListException
          | NothingFoundException
          | CredentialsRefusedException
          | CredentialsUnavailableException e) {
        // What is there was not touched, or the books are closed: the next run need not hash it.
        if (inOrder && e.getSuppressed().length == 0) {
          lock.endedInOrder();
        }
        throw e;
      }
    }
  }

  /**
   * Tells what {@link #run} would dump, and by how many requests. Studies are found as a run finds
   * them, and counted by searches, or by their metadata where searches do not tell. Nothing is
   * written: the output folder need not exist. What could not be counted is in the plan.
   *
   * @throws IllegalArgumentException when the request has a list of failures, which tells itself
   *     what a run would ask for
   * @throws NothingFoundException when searches for studies find none, and none is named besides
   * @throws CredentialsRefusedException when the server refuses the credentials
   * @throws CredentialsUnavailableException when they cannot be had
   */
  public DumpPlan plan() {
    if (request.onlyFailed() != null) {
      throw new IllegalArgumentException("a dry run has no use for a list of failures");
    }
    try (Transport transport = new HttpTransport(request.transport())) {
      Fetcher fetcher = new Fetcher(request.root(), fetchSettings(), transport, listener);
      CredentialsWatch credentials = CredentialsWatch.of(request);
      ByteSize maxBody = request.transport().maxBody();
      RunTally uncounted = new RunTally(Instant.now());
      PagedSearch paged =
          new PagedSearch(fetcher, new PagesInMemory(maxBody), credentials, uncounted);
      finding(fetcher);
      FoundStudies found = request.queries().isEmpty() ? FoundStudies.NONE : find(paged);
      SelectionMatch match = new SelectionMatch(request.selection());
      StudyCounter counter =
          new StudyCounter(request.selection(), match, fetcher, paged, credentials, maxBody);
      return new DryRun(request, found, counter, match, planned).plan();
    }
  }

  /**
   * Finds the studies that {@link #run} would dump: those that the request names, then those that
   * its searches find. Nothing is written.
   *
   * @throws NothingFoundException when searches for studies find none, and none is named besides
   * @throws CredentialsRefusedException when the server refuses the credentials
   * @throws CredentialsUnavailableException when they cannot be had
   */
  public List<Uid> studies() {
    if (request.queries().isEmpty()) {
      return List.copyOf(request.studies());
    }
    try (Transport transport = new HttpTransport(request.transport())) {
      Fetcher fetcher = new Fetcher(request.root(), fetchSettings(), transport, listener);
      finding(fetcher);
      FoundStudies found =
          find(
              new PagedSearch(
                  fetcher,
                  new PagesInMemory(request.transport().maxBody()),
                  CredentialsWatch.of(request),
                  new RunTally(Instant.now())));
      return List.copyOf(request.and(found.studies()).studies());
    }
  }

  /** Searches have no payloads and no DICOM files. */
  private RecordedPages recordedPages(ArchiveFolder folder) {
    Storage storage = request.keep() == Keep.NONE ? Storage.RECORDS : Storage.BODIES;
    Recorder recorder = RunRecorder.of(request, folder, storage);
    MetadataBodies bodies = new MetadataBodies(folder, recorder, storage.keep());
    return new RecordedPages(
        folder, recorder, new EarlierRecordings(folder, storage, bodies, false, false));
  }

  private FoundStudies find(RecordedPages pages, Transport transport, RunTally tally) {
    if (request.queries().isEmpty()) {
      return FoundStudies.NONE;
    }
    Fetcher fetcher = new Fetcher(request.root(), fetchSettings(), transport, listener);
    finding(fetcher);
    try {
      return find(new PagedSearch(fetcher, pages, CredentialsWatch.of(request), tally));
    } catch (NothingFoundException e) {
      pages.commit(); // They tell why.
      throw e;
    }
  }

  /** Makes the searches of the request; what may be missing is told at once. */
  private FoundStudies find(PagedSearch paged) {
    FoundStudies found = found(new StudyFinder(paged));
    found.shortfalls().forEach(why -> warnings.accept(DumpState.STUDIES_MAY_BE_MISSING + why));
    if (found.found().isEmpty() && request.studies().isEmpty() && !isInterrupted()) {
      throw new NothingFoundException(
          found.shortfalls().isEmpty() ? "the searches found no study" : found.shortfalls().get(0));
    }
    return found;
  }

  private FoundStudies found(StudyFinder finder) {
    try {
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

  /** How far the run is; of a plan, how many of the studies are counted. */
  public synchronized Progress progress() {
    return run == null ? planned.snapshot(0) : run.progress();
  }

  /**
   * How much of the server the run uses; before it begins, and of searches for studies, nothing.
   */
  public synchronized Load load() {
    return run == null ? new Load(0, request.concurrency(), false) : run.load();
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
      FoundStudies found,
      RecordedPages pages) {
    EarlierDumps dumps = new EarlierDumps(resolved, folder, lock.lastEndedInOrder());
    Set<Uid> held = dumps.held();
    dumps.prepareSearches();
    pages.commit();
    Set<Uid> resumed = dumps.prepare(held);
    boolean hashAll = resolved.rerun().recheck() || !dumps.endedInOrder();
    if (hashAll && request.digest() == DigestKind.NONE && !resumed.isEmpty()) {
      warnings.accept("without digests, of what is there only the length is checked");
    }
    Fetcher fetcher = new Fetcher(resolved.root(), fetchSettings(), transport, listener);
    return begun(
        new DumpRun(
            resolved, list, folder, storage, hashAll, resumed, fetcher, shortfalls, tally, found));
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
