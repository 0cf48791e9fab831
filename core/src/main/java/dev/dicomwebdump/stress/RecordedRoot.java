package dev.dicomwebdump.stress;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** From which server a capture was taken. */
public final class RecordedRoot {

  /** What stands in a record in place of a secret. */
  static final String REDACTED = "REDACTED";

  private RecordedRoot() {}

  /**
   * The root of the first record that tells it.
   *
   * @param folder a dump, or the folder of one of its studies
   * @throws CannotStressException when none does, it has a secret that was not recorded, or the
   *     folder cannot be read
   */
  public static DicomWebRoot of(Path folder) {
    AtomicReference<@Nullable String> first = new AtomicReference<>();
    new Capture(folder)
        .forEach(
            (record, file) -> {
              first.set(base(record));
              return first.get() == null;
            });
    String found = first.get();
    if (found == null) {
      throw new CannotStressException("there is no record in " + folder, false);
    }
    if (found.contains(REDACTED)) {
      throw new CannotStressException(
          "the recorded root has a secret that was not recorded: give the root with -w", false);
    }
    return DicomWebRoot.parse(found);
  }

  /** The root that a record was asked for below, with its query; null when it does not tell. */
  static @Nullable String base(DumpRecord record) {
    Resource resource = record.resource();
    URI url = record.firstRequest().url();
    String text = url.toString().replaceFirst("\\?.*", "");
    if (resource.bulk() != null || !text.endsWith(resource.path())) {
      return null;
    }
    String root = text.substring(0, text.length() - resource.path().length());
    boolean ownQuery = url.getRawQuery() != null && !resource.kind().isSearch();
    return ownQuery ? root + "?" + url.getRawQuery() : root;
  }
}
