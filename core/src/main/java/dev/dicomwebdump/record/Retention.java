package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.FileState;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.Sums;
import java.util.List;

/**
 * Keeps what an earlier run recorded: enters it into the sums, and cuts payloads out of its body
 * where they are wanted now and are not there. Safe for use by many threads at once.
 */
public final class Retention {

  private final ArchiveFolder folder;
  private final boolean payloads;
  private final boolean hashAll;

  /**
   * @param payloads whether payloads are wanted
   * @param hashAll whether each file is hashed before it counts, whatever its length and time
   */
  public Retention(ArchiveFolder folder, boolean payloads, boolean hashAll) {
    this.folder = folder;
    this.payloads = payloads;
    this.hashAll = hashAll;
  }

  /**
   * Whether a file is as its record says: by length and time, or by its digest where time cannot be
   * trusted.
   *
   * @param files those of the record
   * @param path one of them
   * @param told what the record says of it
   */
  public boolean isIntact(EntryFiles files, String path, StoredBody told) {
    FileState state = folder.state(path);
    FileState written = folder.state(files.record());
    if (state == null || written == null || state.bytes() != told.bytes()) {
      return false;
    }
    // A file is written before its record: one that is younger was changed since.
    boolean trusted = !hashAll && !state.modified().isAfter(written.modified());
    return trusted || digest(path).equals(told.sha256());
  }

  /**
   * Keeps a complete entry.
   *
   * @return what it holds, as if it had been recorded now
   */
  public Recorded keep(HeldEntry held, Sums sums) {
    DumpRecord record = held.record();
    StoredBody body = record.body();
    if (body != null) {
      sums.add(held.files().body(), body.sha256());
    }
    byte[] recordBytes = new PayloadRetention(this, folder, held, sums, payloads).keep();
    sums.add(held.files().record(), Digest.of(recordBytes));
    boolean asStored =
        record.transferSyntax() != null && "*".equals(record.transferSyntax().asked());
    return new Recorded(
        record.outcome(),
        record.notes(),
        body == null ? 0 : body.bytes(),
        asStored,
        held.files(),
        record.instances());
  }

  /**
   * Keeps an entry that is not complete, as it is.
   *
   * @return what it holds, as if it had been recorded now
   */
  public Recorded keepFailed(HeldEntry held, Sums sums) {
    DumpRecord record = held.record();
    StoredBody body = record.body();
    if (body != null) {
      sums.add(held.bodyPath(), body.sha256());
    }
    sums.add(held.files().record(), Digest.of(held.recordBytes()));
    return new Recorded(
        record.outcome(),
        record.notes(),
        body == null ? 0 : body.bytes(),
        false,
        held.files(),
        record.instances());
  }

  /** Enters the files of an entry that no payload belongs to into the sums, as they are. */
  public void keepAsItIs(EntryFiles files, Sums sums) {
    for (String path : List.of(files.body(), files.error(), files.partial(), files.record())) {
      if (folder.state(path) != null) {
        sums.add(path, digest(path));
      }
    }
  }

  /** The SHA-256 of a file. */
  public String digest(String path) {
    return folder.digest(path);
  }
}
