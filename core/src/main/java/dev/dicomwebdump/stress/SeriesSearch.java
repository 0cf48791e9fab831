package dev.dicomwebdump.stress;

import dev.dicomwebdump.crawl.MoreResults;
import dev.dicomwebdump.crawl.PageAsk;
import dev.dicomwebdump.crawl.PageForm;
import dev.dicomwebdump.crawl.PageRead;
import dev.dicomwebdump.crawl.Paging;
import dev.dicomwebdump.crawl.SeriesEntry;
import dev.dicomwebdump.crawl.SeriesSearchCursor;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.proof.JudgedResponse;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Searches for the series of a study, page by page: PS3.18 section 10.6. Used by one thread.
 *
 * @param maxBody the most bytes of a page after decoding
 */
record SeriesSearch(Fetcher fetcher, ByteSize maxBody) {

  /** Those that are found, each once; none where the search is not had. */
  Set<Uid> seriesOf(Uid study) throws InterruptedException {
    Set<Uid> found = new LinkedHashSet<>();
    Paging paging = PageAsk.first(ResourceKind.SERIES_SEARCH, "", -1, PageForm.FIRST);
    while (paging instanceof PageAsk ask) {
      paging = ask.after(read(Resource.seriesSearch(study, ask.page()), study, found));
    }
    return found;
  }

  private PageRead read(Resource page, Uid study, Set<Uid> found) throws InterruptedException {
    JudgedResponse response = new JudgedResponse(page, Pixels.NONE, maxBody);
    Exchange exchange = fetcher.fetch(page, Headers.NONE, response);
    Refusal.check(exchange);
    if (exchange.problem() != null) {
      return PageRead.notHad(exchange.status());
    }
    if (exchange.bodyBytes() == 0) {
      return PageRead.had(exchange.status(), 0, 0, false);
    }
    try (SeriesSearchCursor cursor = new SeriesSearchCursor(response.content(), study, found)) {
      // What it names is in the set by then.
      for (SeriesEntry entry = cursor.next(); entry != null; ) {
        entry = cursor.next();
      }
      boolean more = MoreResults.areTold(exchange.status(), List.of());
      return PageRead.had(exchange.status(), cursor.entries(), cursor.fresh(), more);
    } catch (IOException e) {
      return PageRead.notHad(exchange.status());
    }
  }
}
