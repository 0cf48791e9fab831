package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.StudyRecords;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** What a folder holds of the studies of a request before the run. Used by one thread. */
final class EarlierDumps {

  private final DumpRequest request;
  private final ArchiveFolder folder;
  private final boolean endedInOrder;

  /**
   * @param lastEndedInOrder whether the last run left nothing half done; runs before it, on these
   *     studies, may have
   */
  EarlierDumps(DumpRequest request, ArchiveFolder folder, boolean lastEndedInOrder) {
    this.request = request;
    this.folder = folder;
    this.endedInOrder =
        lastEndedInOrder && request.studies().stream().noneMatch(folder::isUnfinished);
  }

  /** Whether nothing of the studies was left half done. */
  boolean endedInOrder() {
    return endedInOrder;
  }

  /**
   * Which of the studies the folder holds, or a part of them. Touches nothing.
   *
   * @throws OtherDumpException when a study's dump is of another server, or was asked for
   *     otherwise, and is not to be replaced
   */
  Set<Uid> held() {
    Set<Uid> held = new HashSet<>();
    refuseSameNames();
    for (Uid study : request.studies()) {
      if (new StudyRecords(folder, study).any() || folder.isUnfinished(study)) {
        held.add(study);
      }
    }
    if (!request.rerun().restart()) {
      held.forEach(this::refuseOther);
      held.forEach(this::refuseOtherDigest);
      held.forEach(this::refuseBodies);
      held.forEach(new EarlierAccepts(request, folder)::refuseOther);
      refuseBodiesOfSearches();
    }
    return held;
  }

  /**
   * Makes the folder ready for the run.
   *
   * @param held as {@link #held} told
   * @return the studies that can be gone on with
   */
  Set<Uid> prepare(Set<Uid> held) {
    if (request.rerun().restart()) {
      held.forEach(folder::deleteStudy);
      return Set.of();
    }
    if (!endedInOrder) {
      folder.deleteTemporaries();
      held.forEach(folder::deleteTemporaries);
    }
    return held;
  }

  /** Deletes what a run that replaces all with records alone must not leave of searches. */
  void prepareSearches() {
    if (request.rerun().restart() && request.keep() == Keep.NONE) {
      folder.deleteAll(Layout.searchFolder());
    }
  }

  private void refuseBodiesOfSearches() {
    if (request.keep() == Keep.NONE
        && !folder.names(Layout.searchFolder(), EarlierDumps::isBody).isEmpty()) {
      throw OtherDumpException.withSearches(request.folder());
    }
  }

  private static boolean isBody(String name) {
    return !name.endsWith(EntryFiles.RECORD_ENDING) && !Layout.isTemporary(name);
  }

  /** Where the file system ignores case, the second study would be written over the first. */
  private void refuseSameNames() {
    SiblingNames names = new SiblingNames(folder);
    for (Uid study : request.studies()) {
      if (names.isTaken(study)) {
        throw new OtherDumpException(request.folder(), study);
      }
    }
  }

  private void refuseOther(Uid study) {
    refuseOther(study, Resource.studyMetadata(study));
    refuseOther(study, Resource.seriesSearch(study, new SearchPage(1, "")));
  }

  /** Who wants records alone does not want to find images beside them. */
  private void refuseBodies(Uid study) {
    if (request.keep() == Keep.NONE && new StudyRecords(folder, study).haveBodies()) {
      throw OtherDumpException.withBodies(request.folder(), study);
    }
  }

  /** One study has one kind of digest, since one SHA256SUMS tells of all its files or of none. */
  private void refuseOtherDigest(Uid study) {
    DigestKind then = new StudyRecords(folder, study).digest();
    if (then != null && then != request.digest()) {
      throw new OtherDumpException(request.folder(), study, then, request.digest());
    }
  }

  /** By what every dump begins with: it tells which server was asked. */
  private void refuseOther(Uid study, Resource first) {
    HeldEntry held = HeldEntry.at(folder, Layout.filesOf(first).record());
    if (held == null) {
      return;
    }
    String then = held.record().firstRequest().url().toString();
    String now = request.root().urlOf(held.record().resource()).toString();
    if (!decoded(then).equals(decoded(RunRecorder.redaction(request).url(now)))) {
      throw new OtherDumpException(request.folder(), study, then);
    }
  }

  /** HTTP clients differ in what they encode. */
  private static String decoded(String url) {
    return URLDecoder.decode(url, StandardCharsets.UTF_8);
  }
}
