package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Shortfall;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.record.Storage;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.util.List;

/**
 * Ends studies, and the run. Where the run itself did not come by all that the folder holds, it is
 * walked over without the server first. Safe for use by many threads at once.
 */
final class Closing implements Unasked {

  private final DumpRequest request;
  private final ArchiveFolder folder;
  private final boolean hashAll;
  private final MetadataLevels levels;
  private final ResourceWalk walk;
  private final MetadataBodies bodies;
  private final StudyBooks books;
  private final Shortfalls shortfalls;
  private volatile boolean walkingOffline;

  /**
   * @param hashAll whether each body that is there is hashed before it counts
   */
  Closing(
      DumpRequest request,
      ArchiveFolder folder,
      boolean hashAll,
      MetadataLevels levels,
      ResourceWalk walk,
      MetadataBodies bodies,
      StudyBooks books,
      Shortfalls shortfalls) {
    this.request = request;
    this.folder = folder;
    this.hashAll = hashAll;
    this.levels = levels;
    this.walk = walk;
    this.bodies = bodies;
    this.books = books;
    this.shortfalls = shortfalls;
  }

  /** Closes all books, when nobody works on what is left any more. */
  DumpResult close(WorkList left, Ending how) {
    RuntimeException failure = how.failure();
    try {
      boolean told = goOnOffline(left, how);
      DumpResult result = books.close(how);
      if (told) {
        shortfalls.finish();
      }
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

  /**
   * What is left may be on disk, where a study was gone on with. Says whether all is told that is
   * missing; where the folder cannot be written, that of a list is not. Without metadata, nothing
   * tells what more there should be.
   */
  private boolean goOnOffline(WorkList left, Ending how) {
    if (how.failure() instanceof OutputException) {
      left.giveUp(shortfalls);
      return request.onlyFailed() == null;
    }
    if (!bodies.areKept()) {
      left.giveUp(shortfalls);
      books.open().forEach(study -> endByRecords(study, how));
      return true;
    }
    walkingOffline = true;
    OfflineWalk offline = offline(false);
    left.giveUpAllBut(study -> study.isResumed() && !study.isListed(), offline::limit, shortfalls);
    offline.walk(left, study -> endStudy(study, how));
    for (StudyRun study : books.open()) {
      walk.endStudy(study);
      if (study.isListed()) {
        endListed(study, how);
      }
    }
    return true;
  }

  /** Makes the books of a study that was gone on with of the records that lie there. */
  private void endByRecords(StudyRun study, Ending how) {
    walk.endStudy(study);
    if (study.isResumed()) {
      StudyRun anew = books.beginAnew(study);
      new RecordsWalk(folder).enterAll(anew, study);
      books.end(anew, how, false);
    }
  }

  /** Asks nothing; hashing all that is there may take long, and is for runs that have the time. */
  private OfflineWalk offline(boolean hashing) {
    EarlierRecordings held =
        new EarlierRecordings(folder, Storage.BODIES, bodies, false, hashing && hashAll);
    BulkAddresses addresses = new BulkAddresses(request.root(), request.selection().bulkdata());
    RunProgress unseen = new RunProgress();
    BatchSize single = new BatchSize(1);
    InstanceParts parts =
        new InstanceParts(
            held, request.selection(), held::isRecorded, addresses, single, this, unseen);
    Expansion all =
        new Expansion(
            held,
            request.selection(),
            new SelectionMatch(request.selection()),
            parts,
            single,
            level -> false,
            unseen);
    return new OfflineWalk(folder, held, levels, walk, all, shortfalls);
  }

  @Override
  public void failed(Resource resource, Problem why) {
    shortfalls.add(Shortfall.failed(resource, Outcome.FAILED, why, 0));
  }

  @Override
  public void failed(Resource first, int last, Problem why) {
    shortfalls.add(Shortfall.failedFrames(first, last, why));
  }

  /** Ends a study of which all was asked for: its books are closed. */
  void endStudy(StudyRun study, Ending how) {
    walk.endStudy(study);
    if (study.isListed()) {
      endListed(study, how);
    } else {
      books.end(study, how, true);
    }
    bodies.releaseStudy(study);
  }

  /** Makes the books of what the folder holds, since a list does not name what is there. */
  private void endListed(StudyRun listed, Ending how) {
    StudyRun anew = books.beginAnew(listed);
    List<Uid> one = List.of(listed.study());
    OfflineWalk offline = offline(how.isFinished());
    offline.walk(
        new WorkList(new StudiesCursor(one, study -> offline.intoStudy(anew), study -> false)),
        study -> books.end(study, how, true));
    if (books.open().contains(anew)) {
      books.end(anew, how, false);
    }
  }

  /**
   * Whether a level of metadata is not asked for. Without the server, metadata of a level that it
   * has not may still be there.
   */
  boolean isPassedOver(ResourceKind level) {
    return !walkingOffline && levels.isUnsupported(level);
  }
}
