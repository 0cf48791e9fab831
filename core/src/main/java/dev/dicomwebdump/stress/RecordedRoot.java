package dev.dicomwebdump.stress;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.archive.UnreadTally;
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
   * @throws CannotStressException when none does, or it has a secret that was not recorded
   */
  public static DicomWebRoot of(Path folder) {
    AtomicReference<@Nullable String> first = new AtomicReference<>();
    UnreadTally unread = new UnreadTally();
    new Capture(folder)
        .read(
            (path, record) -> {
              first.set(base(record));
              return first.get() == null;
            },
            unread);
    String found = first.get();
    if (found == null) {
      throw new CannotStressException(
          "there is no record in " + folder + because(unread.unread()), false);
    }
    if (found.contains(REDACTED)) {
      throw new CannotStressException(
          "the recorded root has a secret that was not recorded: give the root with -w", false);
    }
    return DicomWebRoot.parse(found);
  }

  private static String because(Unread unread) {
    return unread.isNothing() ? "" : " that can be read: " + unread.named().get(0).line();
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
