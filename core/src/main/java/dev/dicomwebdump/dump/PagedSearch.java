package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.PageAsk;
import dev.dicomwebdump.crawl.PageForm;
import dev.dicomwebdump.crawl.PageRead;
import dev.dicomwebdump.crawl.Paging;
import dev.dicomwebdump.crawl.PagingEnd;
import dev.dicomwebdump.crawl.SearchCursor;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.Fetcher;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes searches one after the other, page by page, and remembers in which form the server takes
 * them. Used by one thread.
 */
final class PagedSearch {

  private final Fetcher fetcher;
  private final PageStore store;
  private final CredentialsWatch credentials;
  private final RunTally tally;
  private final Map<ResourceKind, PageForm> forms = new EnumMap<>(ResourceKind.class);
  private long pages;
  private long bytes;

  /** Reads a page. */
  @FunctionalInterface
  interface Reader {

    /**
     * Reads it to its end.
     *
     * @param page content-decoded
     * @return the cursor that was gone over
     */
    SearchCursor<?> read(InputStream page) throws IOException;
  }

  PagedSearch(Fetcher fetcher, PageStore store, CredentialsWatch credentials, RunTally tally) {
    this.fetcher = fetcher;
    this.store = store;
    this.credentials = credentials;
    this.tally = tally;
  }

  /**
   * Makes one search.
   *
   * @param matching what the query matches, encoded; may be empty
   * @param told how many results there should be, by another search; -1 where that is not known
   * @param resource a page of it
   * @param reader reads each page that was had
   * @return how it ended; null when it was cancelled
   * @throws CredentialsRefusedException when the server refuses all
   */
  @Nullable PagingEnd make(
      ResourceKind kind,
      String matching,
      long told,
      Function<SearchPage, Resource> resource,
      Reader reader)
      throws InterruptedException {
    Paging paging = first(kind, matching, told);
    while (paging instanceof PageAsk ask) {
      paging = after(ask, resource.apply(ask.page()), reader);
    }
    if (paging instanceof PagingEnd end && end.outcome() != PagingEnd.Outcome.FAILED) {
      forms.put(kind, end.form());
    }
    return (PagingEnd) paging;
  }

  /**
   * Asks for the first page of a search only.
   *
   * @return whether it was had
   * @throws CredentialsRefusedException when the server refuses all
   */
  boolean glance(
      ResourceKind kind, String matching, Function<SearchPage, Resource> resource, Reader reader)
      throws InterruptedException {
    Paging paging = first(kind, matching, -1);
    long before = pages;
    while (paging instanceof PageAsk ask && pages == before) {
      paging = after(ask, resource.apply(ask.page()), reader);
    }
    return pages > before;
  }

  /** How many pages were had so far. */
  long pages() {
    return pages;
  }

  /** How many bytes the bodies of these pages have. */
  long bytes() {
    return bytes;
  }

  private PageAsk first(ResourceKind kind, String matching, long told) {
    return PageAsk.first(kind, matching, told, forms.getOrDefault(kind, PageForm.FIRST));
  }

  private @Nullable Paging after(PageAsk ask, Resource asked, Reader reader)
      throws InterruptedException {
    PageStore.Page page = store.begin(asked);
    Exchange exchange = fetch(asked, page);
    if (exchange.failedBy(Problem.Kind.CANCELLED)) {
      page.discard();
      return null;
    }
    tally.add(asked.kind(), exchange);
    CredentialsRefusedException refusal = credentials.see(exchange);
    if (refusal != null) {
      page.discard();
      throw refusal;
    }
    return exchange.problem() == null
        ? ask.after(had(page, exchange, reader))
        : notHad(ask, page, exchange);
  }

  /** A page that the server refuses in this form only is not kept: it is asked for in another. */
  private Paging notHad(PageAsk ask, PageStore.Page page, Exchange exchange) {
    Paging next = ask.after(PageRead.notHad(exchange.status()));
    if (next instanceof PageAsk other && other.page().number() == ask.page().number()) {
      page.discard();
    } else {
      page.keep(exchange);
    }
    return next instanceof PagingEnd end ? withReason(end, exchange) : next;
  }

  private static PagingEnd withReason(PagingEnd end, Exchange exchange) {
    Problem problem = exchange.problem();
    return problem == null || end.outcome() == PagingEnd.Outcome.ALL
        ? end
        : new PagingEnd(end.outcome(), end.why() + ": " + problem.message(), end.form());
  }

  private PageRead had(PageStore.Page page, Exchange exchange, Reader reader) {
    try (SearchCursor<?> read = reader.read(SearchContent.of(page.content()))) {
      page.keep(exchange);
      bytes += exchange.bodyBytes();
      pages++;
      return PageRead.had(
          exchange.status(), read.entries(), read.fresh(), Searches.saysMore(exchange));
    } catch (IOException e) {
      throw new OutputException("a search cannot be read back", e);
    }
  }

  private Exchange fetch(Resource asked, PageStore.Page page) throws InterruptedException {
    boolean done = false;
    try {
      Exchange exchange = fetcher.fetch(asked, Headers.NONE, page);
      done = true;
      return exchange;
    } finally {
      if (!done) {
        page.discard();
      }
    }
  }
}
