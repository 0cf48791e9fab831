package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.DateRange;
import dev.dicomwebdump.crawl.PagingEnd;
import dev.dicomwebdump.crawl.SearchedStudy;
import dev.dicomwebdump.crawl.StudyEntry;
import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.crawl.StudySearchCursor;
import dev.dicomwebdump.crawl.StudySearches;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the studies of queries, before a run. Used by one thread. */
final class StudyFinder {

  private final PagedSearch paged;
  private final Map<Uid, SearchedStudy> found = new LinkedHashMap<>();
  private final List<String> shortfalls = new ArrayList<>();
  private boolean cancelled;

  StudyFinder(PagedSearch paged) {
    this.paged = paged;
  }

  /**
   * Makes the searches.
   *
   * @return what was found, until it was cancelled
   * @throws CredentialsRefusedException when the server refuses all
   */
  FoundStudies find(List<StudyQuery> queries) throws InterruptedException {
    for (StudyQuery query : queries) {
      StudySearches searches = new StudySearches(query, LocalDate.now(ZoneOffset.UTC));
      for (StudyQuery next = searches.next(); next != null && !cancelled; next = searches.next()) {
        search(next, searches);
      }
      shortfalls.addAll(searches.shortfalls());
    }
    return new FoundStudies(List.copyOf(found.values()), paged.pages(), paged.bytes(), shortfalls);
  }

  /** The numbers of pages run on from one search to the next. */
  private void search(StudyQuery query, StudySearches searches) throws InterruptedException {
    Seen seen = new Seen(query.dates());
    int before = (int) paged.pages();
    PagingEnd end =
        paged.make(
            ResourceKind.STUDIES_SEARCH,
            query.encoded(),
            -1,
            page -> Resource.studiesSearch(new SearchPage(before + page.number(), page.query())),
            page -> read(page, seen));
    cancelled = end == null;
    if (end != null) {
      searches.ended(query, end, seen.heedsDates);
    }
    if (seen.unusable > 0) {
      shortfalls.add(seen.unusable + " of the entries found name no study that can be asked for");
    }
  }

  /** What one search named so far. */
  private static final class Seen {
    private final @Nullable DateRange wanted;
    private final Set<Uid> studies = new HashSet<>();
    private boolean heedsDates = true;
    private long unusable;

    Seen(@Nullable DateRange wanted) {
      this.wanted = wanted;
    }

    boolean mayHave(SearchedStudy study) {
      return wanted == null || study.date() == null || wanted.contains(study.date());
    }
  }

  private StudySearchCursor read(InputStream page, Seen seen) throws IOException {
    StudySearchCursor cursor = new StudySearchCursor(page, seen.studies);
    for (StudyEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
      if (entry instanceof SearchedStudy study) {
        found.putIfAbsent(study.study(), study);
        seen.heedsDates &= seen.mayHave(study);
      } else {
        seen.unusable++;
      }
    }
    return cursor;
  }
}
