package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.SearchedStudy;
import dev.dicomwebdump.resource.Uid;
import java.util.List;

/**
 * What searches for studies came to. Immutable.
 *
 * @param found the studies, each once, in the order in which they were found
 * @param pages how many pages were had
 * @param bytes of their bodies
 * @param shortfalls why some may be missing, a line each; empty when all were found
 */
record FoundStudies(List<SearchedStudy> found, long pages, long bytes, List<String> shortfalls) {

  /** Nothing was searched for. */
  static final FoundStudies NONE = new FoundStudies(List.of(), 0, 0, List.of());

  FoundStudies {
    found = List.copyOf(found);
    shortfalls = List.copyOf(shortfalls);
  }

  /** The UIDs of the studies. */
  List<Uid> studies() {
    return found.stream().map(SearchedStudy::study).toList();
  }
}
