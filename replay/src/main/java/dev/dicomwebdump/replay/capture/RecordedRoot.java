package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.resource.Resource;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The root that a study was dumped from. Immutable.
 *
 * @param origin scheme, host and port as they were written
 * @param prefix the path above {@code /studies}, without a slash at its end; may be empty
 * @param query the names of the parameters that went with every request
 */
record RecordedRoot(String origin, String prefix, Set<String> query) {

  RecordedRoot {
    query = Set.copyOf(query);
  }

  /** The root below which a resource was asked for; null when its URL does not tell. */
  static @Nullable RecordedRoot of(DumpRecord record) {
    Resource resource = record.resource();
    URI url = record.firstRequest().url();
    String path = Objects.requireNonNullElse(url.getRawPath(), "");
    if (resource.bulk() != null || !path.endsWith(resource.path())) {
      return null;
    }
    String told = resource.page() == null ? "" : resource.page().query();
    String all = Objects.requireNonNullElse(url.getRawQuery(), "");
    return new RecordedRoot(
        url.getScheme() + "://" + url.getRawAuthority(),
        path.substring(0, path.length() - resource.path().length()),
        Query.of(all).without(Query.of(told).names()).names());
  }
}
