package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.PageAsk;
import dev.dicomwebdump.crawl.PageRead;
import dev.dicomwebdump.crawl.Paging;
import dev.dicomwebdump.crawl.PagingEnd;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.resource.Uid;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A search that has come to one of its pages. Its sets are used under the work list's lock. */
final class Search {

  private final PageAsk page;
  private final long told;
  private final Set<Uid> seen;
  private final @Nullable Siblings siblings;

  private Search(PageAsk page, long told, Set<Uid> seen, @Nullable Siblings siblings) {
    this.page = page;
    this.told = told;
    this.seen = seen;
    this.siblings = siblings;
  }

  /**
   * A search at its first page.
   *
   * @param told how many results there should be, by another search; -1 where that is not known
   * @param siblings what was walked over before; null where the search is dumped for itself, and
   *     nothing of what it finds is asked for
   */
  static Search begun(PageAsk page, long told, @Nullable Siblings siblings) {
    return new Search(page, told, new HashSet<>(), siblings);
  }

  /** The same search at another page. */
  Search at(PageAsk other) {
    return new Search(other, told, seen, siblings);
  }

  PageAsk page() {
    return page;
  }

  /** How many results there should be, by another search; -1 where that is not known. */
  long told() {
    return told;
  }

  /** What its pages named so far. */
  Set<Uid> seen() {
    return seen;
  }

  /** What was walked over so far; null where nothing of what it finds is asked for. */
  @Nullable Siblings siblings() {
    return siblings;
  }

  /** Whether the search has failed, its page not being had. */
  boolean isFailure(Exchange exchange) {
    return afterFailure(exchange) instanceof PagingEnd end
        && end.outcome() == PagingEnd.Outcome.FAILED;
  }

  /** What comes after its page was not had. */
  Paging afterFailure(Exchange exchange) {
    return page.after(PageRead.notHad(exchange.status()));
  }
}
