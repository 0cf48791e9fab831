package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.StoredBody;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.record.Retention;
import dev.dicomwebdump.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs left in the folder. A resource counts as there when its record says that it is
 * complete and its body is as the record says. Safe for use by many threads at once.
 */
final class Inventory {

  private final ArchiveFolder folder;
  private final Retention retention;

  Inventory(ArchiveFolder folder, Retention retention) {
    this.folder = folder;
    this.retention = retention;
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
    return body == null
        ? held.record().outcome() != Outcome.COMPLETE || held.record().resource().kind().isSearch()
        : retention.isIntact(held.files(), held.bodyPath(), body);
  }
}
