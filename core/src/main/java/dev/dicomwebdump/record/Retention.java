package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ContentDigest;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.FileState;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.PayloadNames;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.archive.Sums;
import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Outcome;
import java.util.List;
import java.util.Objects;

/**
 * Keeps what an earlier run recorded: enters it into the sums, and cuts payloads out of its body
 * where they are wanted now and are not there. Safe for use by many threads at once.
 */
public final class Retention {

  private final ArchiveFolder folder;
  private final Storage storage;
  private final boolean hashAll;

  /**
   * @param storage what is wanted beside the bodies; a body that is there is kept
   * @param hashAll whether each file is hashed before it counts, whatever its length and time
   */
  public Retention(ArchiveFolder folder, Storage storage, boolean hashAll) {
    this.folder = folder;
    this.storage = storage;
    this.hashAll = hashAll;
  }

  /**
   * Whether what was kept of a response's content is there, as its record says; where nothing was,
   * whether nothing had to be, or has to be now.
   */
  public boolean isWhole(HeldEntry held) {
    StoredBody body = held.record().body();
    if (body == null) {
      boolean mayBeEmpty = held.record().resource().kind().isSearch();
      return mayBeEmpty || held.record().outcome() != Outcome.COMPLETE;
    }
    if (!held.record().isBodyKept()) {
      return storage.keep() == Keep.NONE;
    }
    return body.file() == null
        ? Objects.requireNonNull(held.record().multipart()).parts().stream()
            .allMatch(part -> isIntact(held.files(), part))
        : isIntact(held.files(), held.bodyPath(), body.bytes(), body.digest());
  }

  /** Whether a part's payload is as its record says. */
  boolean isIntact(EntryFiles files, StoredPart part) {
    return part.file() != null
        && part.digest() != null
        && isIntact(files, files.named(part.file()), part.length(), part.digest());
  }

  /**
   * Whether a file is as its record says: by length and time, or by its digest where time cannot be
   * trusted. Where there is no digest, its length must do.
   *
   * @param files those of the record
   * @param path one of them
   * @param bytes the length that the record tells
   * @param digest the digest that it tells
   */
  boolean isIntact(EntryFiles files, String path, long bytes, ContentDigest digest) {
    FileState state = folder.state(path);
    FileState written = folder.state(files.record());
    if (state == null || written == null || state.bytes() != bytes) {
      return false;
    }
    // A file is written before its record: one that is younger was changed since.
    boolean trusted = !hashAll && !state.modified().isAfter(written.modified());
    return trusted || folder.digest(path, digest.kind()).equals(digest);
  }

  /**
   * Keeps a complete entry.
   *
   * @return what it holds, as if it had been recorded now
   */
  public Recorded keep(HeldEntry held, Sums sums) {
    DumpRecord record = held.record();
    StoredBody body = record.body();
    if (body != null && body.file() != null && held.bodyPath().equals(held.files().body())) {
      sums.add(held.files().body(), body.digest());
    }
    sums.add(held.files().record(), withPayloads(held, sums));
    return new Recorded(
        record.outcome(),
        completeOutsideOfRecord(held),
        body == null ? 0 : body.bytes(),
        record.transcoding(),
        held.files(),
        record.instances());
  }

  /** The record, after payloads were cut out of the body, if there is one. */
  private byte[] withPayloads(HeldEntry held, Sums sums) {
    return held.record().body() == null || held.record().isBodyKept()
        ? new PayloadRetention(this, folder, held, sums, storage.payloads()).keep()
        : held.recordBytes();
  }

  /** Adds what no record tells of and is not there; returns the notes, with those on that. */
  private List<String> completeOutsideOfRecord(HeldEntry held) {
    DumpRecord record = held.record();
    if (!record.isBodyKept()) {
      return record.notes();
    }
    boolean readable = storage.pretty() && PrettyCopy.isFor(record.resource().kind());
    if (readable && folder.state(held.files().pretty()) == null) {
      PrettyCopy.write(folder, held.files(), ContentCoding.of(record.responseHeaders()));
    }
    if (storage.dicom() == null || !DicomPlacement.isOf(record.resource())) {
      return record.notes();
    }
    DicomPlacement placement = new DicomPlacement(folder, storage.dicom(), PayloadNames.of(record));
    placement.complete(held);
    return placement.withOwn(record.notes());
  }

  /**
   * Keeps an entry that is not complete, as it is.
   *
   * @return what it holds, as if it had been recorded now
   */
  public Recorded keepFailed(HeldEntry held, Sums sums) {
    DumpRecord record = held.record();
    StoredBody body = record.body();
    if (body != null && body.file() != null) {
      sums.add(held.bodyPath(), body.digest());
    }
    sums.add(held.files().record(), held.recordBytes());
    return new Recorded(
        record.outcome(),
        record.notes(),
        body == null ? 0 : body.bytes(),
        record.transcoding(),
        held.files(),
        record.instances());
  }

  /** Enters the files of an entry that no payload belongs to into the sums, as they are. */
  public void keepAsItIs(EntryFiles files, Sums sums) {
    for (String path : List.of(files.body(), files.error(), files.partial(), files.record())) {
      if (folder.state(path) != null) {
        sums.addAsItIs(path);
      }
    }
  }
}
