package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.archive.SumsWriter;
import java.util.List;
import java.util.Objects;

/**
 * Keeps what an earlier run recorded: enters it into the sums, and cuts payloads out of its body
 * where they are wanted now and are not there. Safe for use by many threads at once.
 */
public final class Retention {

  private final ArchiveFolder folder;
  private final boolean payloads;

  /**
   * @param payloads whether payloads are wanted
   */
  public Retention(ArchiveFolder folder, boolean payloads) {
    this.folder = folder;
    this.payloads = payloads;
  }

  /**
   * Keeps a complete entry.
   *
   * @return what it holds, as if it had been recorded now
   */
  public Recorded keep(HeldEntry held, SumsWriter sums) {
    DumpRecord record = held.record();
    StoredBody body = Objects.requireNonNull(record.body(), "a complete record has a body");
    sums.add(held.files().body(), body.sha256());
    byte[] recordBytes = new PayloadRetention(folder, held, sums, payloads).keep();
    sums.add(held.files().record(), Digest.of(recordBytes));
    boolean asStored =
        record.transferSyntax() != null && "*".equals(record.transferSyntax().asked());
    return new Recorded(
        record.outcome(), record.notes(), body.bytes(), asStored, held.files(), record.instances());
  }

  /** Enters the files of a former response into the sums. */
  public void keepFormer(EntryFiles former, SumsWriter sums) {
    for (String path : List.of(former.body(), former.record())) {
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
