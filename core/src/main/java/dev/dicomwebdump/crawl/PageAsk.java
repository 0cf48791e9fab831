package dev.dicomwebdump.crawl;

import dev.dicomwebdump.crawl.PagingEnd.Outcome;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import java.util.Set;

/**
 * A page to ask for: PS3.18 section 8.3.4.4. Paging goes on while pages bring anything new, since a
 * short page need not be the last, and ends for certain, since some servers give the first page for
 * ever. Immutable.
 */
public final class PageAsk implements Paging {

  /** More than any archive should need; what is new for ever must end too. */
  private static final int MOST_PAGES = 100_000;

  private static final Set<Integer> REFUSALS = Set.of(400, 422, 500);
  private static final Set<Integer> NO_SUCH_PAGE = Set.of(400, 404, 416, 422);
  private static final int TOO_LARGE = 413;

  private final ResourceKind kind;
  private final String matching;
  private final long told;
  private final PageForm form;
  private final int number;
  private final FoundSoFar found;

  private PageAsk(
      ResourceKind kind, String matching, long told, PageForm form, int number, FoundSoFar found) {
    this.kind = kind;
    this.matching = matching;
    this.told = told;
    this.form = form;
    this.number = number;
    this.found = found;
  }

  /**
   * The first page of a search.
   *
   * @param kind a search's
   * @param matching the query's part that says what matches, encoded; may be empty
   * @param told how many results there should be, by another search; -1 where that is not known
   * @param form how to ask
   */
  public static PageAsk first(ResourceKind kind, String matching, long told, PageForm form) {
    return new PageAsk(kind, matching, told, form, 1, FoundSoFar.NOTHING);
  }

  /** The page. Of one that is asked for again in another form, the number is the same. */
  public SearchPage page() {
    return new SearchPage(number, PageQuery.of(kind, matching, form, found.entries()));
  }

  /** What comes after the page, whose reading is given. */
  public Paging after(PageRead read) {
    if (!read.had()) {
      return afterFailure(read.status());
    }
    if (read.entries() == 0) {
      return found.saysMore() || read.more()
          ? last("the server says that there is more, and does not give it", true)
          : new PagingEnd(Outcome.ALL, null, form);
    }
    if (read.fresh() == 0 && number > 1) {
      return last("the server gives the same results whatever the offset", found.mayBeCut());
    }
    PageAsk next = next(found.with(read, form));
    if (!form.isPaged()) {
      return next.last("the server takes neither limit nor offset", read.more());
    }
    return next.number <= MOST_PAGES ? next : next.cut("over " + MOST_PAGES + " pages");
  }

  private PageAsk next(FoundSoFar now) {
    return new PageAsk(kind, matching, told, form, number + 1, now);
  }

  private Paging afterFailure(int status) {
    PageForm other = otherForm(status);
    if (!other.equals(form)) {
      return new PageAsk(kind, matching, told, other, number, found);
    }
    if (status == TOO_LARGE) {
      return cut("the search finds more than the server gives (413)");
    }
    return number > 1 && NO_SUCH_PAGE.contains(status)
        ? last("the server refuses page " + number + " (" + status + ")", found.mayBeCut())
        : new PagingEnd(Outcome.FAILED, failure(status), form);
  }

  private PageForm otherForm(int status) {
    if (status == TOO_LARGE) {
      return form.afterTooLarge();
    }
    return number == 1 && REFUSALS.contains(status) ? form.afterRefusal() : form;
  }

  private String failure(int status) {
    return "page "
        + number
        + " of the search was not had"
        + (status == 0 ? "" : " (" + status + ")");
  }

  /** No page can be had after those that were. What another search told of decides, if any. */
  private PagingEnd last(String why, boolean mayBeCut) {
    boolean all = told >= 0 ? found.named() >= told : !mayBeCut;
    return all ? new PagingEnd(Outcome.ALL, why, form) : cut(why);
  }

  private PagingEnd cut(String why) {
    String beyond = ": results beyond the first " + found.named() + " cannot be had";
    return new PagingEnd(Outcome.CUT, why + beyond, form);
  }
}
