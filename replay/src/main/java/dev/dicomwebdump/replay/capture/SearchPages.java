package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The recorded pages of searches, by their queries. The queries of the searches that were asked for
 * lately are remembered.
 */
final class SearchPages {

  private static final int REMEMBERED = 256;

  private final DumpFiles files;
  private final Set<String> rootQuery;
  private final Recent<String, Map<String, String>> searches = new Recent<>(REMEMBERED);

  /**
   * @param rootQuery the names of parameters that tell no pages apart
   */
  SearchPages(DumpFiles files, Set<String> rootQuery) {
    this.files = files;
    this.rootQuery = rootQuery;
  }

  /** The record of the page with that query; null when there is none. */
  @Nullable DumpRecord page(Resource search, String query) throws IOException {
    String first = Layout.filesOf(search).body();
    String stem = first.substring(0, first.lastIndexOf('.') + 1);
    Map<String, String> pages = searches.get(stem);
    if (pages == null) {
      pages = read(search, stem);
      searches.put(stem, pages);
    }
    String record = pages.get(canonical(query));
    return record == null ? null : files.record(record);
  }

  private Map<String, String> read(Resource search, String stem) throws IOException {
    Map<String, String> pages = new HashMap<>();
    int slash = stem.lastIndexOf('/');
    for (String name : files.names(stem.substring(0, slash))) {
      String path = stem.substring(0, slash + 1) + name;
      DumpRecord record =
          path.startsWith(stem) && EntryFiles.isRecord(path) ? files.recordOrNull(path) : null;
      if (record != null && isCurrent(record, search.kind(), path)) {
        String query = record.firstRequest().url().getRawQuery();
        pages.putIfAbsent(canonical(Objects.requireNonNullElse(query, "")), path);
      }
    }
    return pages;
  }

  /** Not one that a later response took the place of. */
  private static boolean isCurrent(DumpRecord record, ResourceKind kind, String path) {
    SearchPage page = record.resource().page();
    return page != null
        && record.resource().kind() == kind
        && Layout.filesOf(record.resource()).record().equals(path);
  }

  private String canonical(String query) {
    return Query.of(query).without(rootQuery).canonical();
  }
}
