package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.FileState;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.record.Retention;
import dev.dicomwebdump.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs left in the folder. A resource counts as there when its record says that it is
 * complete and its body is as the record says: by length and time, or by its digest where time
 * cannot be trusted. Safe for use by many threads at once.
 */
final class Inventory {

  private final ArchiveFolder folder;
  private final Retention retention;
  private final boolean hashAll;

  /**
   * @param hashAll whether each body is hashed, whatever its length and time
   */
  Inventory(ArchiveFolder folder, Retention retention, boolean hashAll) {
    this.folder = folder;
    this.retention = retention;
    this.hashAll = hashAll;
  }

  /** The entry of a resource that is there, whole; else null. */
  @Nullable HeldEntry find(Resource resource) {
    HeldEntry held = HeldEntry.read(folder, resource);
    boolean whole = held != null && held.record().outcome() == Outcome.COMPLETE;
    return held != null && whole && isIntact(held) ? held : null;
  }

  /** The entry of a resource, be it of a success or of a failure; null when there is none. */
  @Nullable HeldEntry findAny(Resource resource) {
    HeldEntry held = HeldEntry.read(folder, resource);
    return held != null && isIntact(held) ? held : null;
  }

  private boolean isIntact(HeldEntry held) {
    StoredBody body = held.record().body();
    if (body == null) {
      return held.record().outcome() != Outcome.COMPLETE;
    }
    FileState state = folder.state(held.bodyPath());
    FileState written = folder.state(held.files().record());
    if (state == null || written == null || state.bytes() != body.bytes()) {
      return false;
    }
    // A body is written before its record: one that is younger was changed since.
    boolean trusted = !hashAll && !state.modified().isAfter(written.modified());
    return trusted || retention.digest(held.bodyPath()).equals(body.sha256());
  }
}
