package dev.dicomwebdump.record;

import dev.dicomwebdump.archive.StoredBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the content of a response was kept, if it was. Immutable.
 *
 * @param told what the record says of it; null when there was none
 * @param file the file of its own; null when it has none
 * @param wrapper what is around the payloads, where these are all that has files; else empty
 */
record KeptBody(@Nullable StoredBody told, @Nullable WrittenFile file, List<String> wrapper) {

  static final KeptBody NOTHING = new KeptBody(null, null, List.of());

  KeptBody {
    wrapper = List.copyOf(wrapper);
  }

  /** The length of the content that was kept. */
  long bytes() {
    return told == null ? 0 : told.bytes();
  }
}
