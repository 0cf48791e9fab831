package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.PageRead;
import dev.dicomwebdump.crawl.SearchCursor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What one page of a search brings: what it names, then the next page. */
abstract class SearchPageCursor<T> extends WorkCursor {

  private final SearchCursor<T> page;
  private final SearchPage read;
  private final Searches searches;
  private boolean ended;

  /** A page that was had. */
  record SearchPage(Task.Ask asked, Search search, int status, boolean saysMore) {}

  SearchPageCursor(Level level, SearchPage read, SearchCursor<T> page, Searches searches) {
    super(level, read.asked().study());
    this.read = read;
    this.page = page;
    this.searches = searches;
  }

  @Override
  final @Nullable Step next() throws IOException {
    if (ended) {
      return null;
    }
    for (T entry = page.next(); entry != null; entry = page.next()) {
      Step step = step(entry);
      if (step != null) {
        return step;
      }
    }
    ended = true;
    PageRead all = PageRead.had(read.status(), page.entries(), page.fresh(), read.saysMore());
    return searches.next(read.asked(), read.search(), all);
  }

  /** What an entry brings; null for nothing. */
  abstract @Nullable Step step(T entry) throws IOException;

  @Override
  public final void close() throws IOException {
    page.close();
  }
}
