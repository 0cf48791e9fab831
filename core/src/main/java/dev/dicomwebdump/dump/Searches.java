package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceSearchCursor;
import dev.dicomwebdump.crawl.MoreResults;
import dev.dicomwebdump.crawl.PageAsk;
import dev.dicomwebdump.crawl.PageForm;
import dev.dicomwebdump.crawl.PageRead;
import dev.dicomwebdump.crawl.Paging;
import dev.dicomwebdump.crawl.PagingEnd;
import dev.dicomwebdump.crawl.SeriesSearchCursor;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the searches of studies, page by page, and counts how they end. One for all workers,
 * since they share what was learnt of the server; safe for use by many threads at once.
 */
final class Searches {

  private final EarlierRecordings earlier;
  private final RunProgress progress;
  private final Map<ResourceKind, PageForm> forms = new ConcurrentHashMap<>();

  /**
   * @param earlier tells in which form an earlier run had a page
   */
  Searches(EarlierRecordings earlier, RunProgress progress) {
    this.earlier = earlier;
    this.progress = progress;
  }

  /**
   * The first page of the search for a study's series.
   *
   * @param siblings the series that were walked over before; null where none is to be
   */
  Task.Ask series(StudyRun study, @Nullable Siblings siblings) {
    return first(study, ResourceKind.SERIES_SEARCH, null, -1, siblings);
  }

  /**
   * The first page of the search for the instances of a series, or of the whole study.
   *
   * @param series null for those of the study
   * @param siblings the instances that were walked over before; null where none is to be
   */
  Task.Ask instances(StudyRun study, @Nullable Uid series, @Nullable Siblings siblings) {
    long told = series == null ? -1 : study.told(series);
    return first(study, ResourceKind.INSTANCES_SEARCH, series, told, siblings);
  }

  /** What a page that was asked for brings; null for nothing. */
  @Nullable WorkCursor after(
      Task.Ask asked,
      Search search,
      Exchange exchange,
      @Nullable RecordedMetadata had,
      Expansion expansion)
      throws IOException {
    if (had == null) {
      Task.Ask next = next(asked, search, PageRead.notHad(exchange.status()));
      WorkCursor.Level level =
          asked.resource().series() == null ? WorkCursor.Level.SERIES : WorkCursor.Level.INSTANCES;
      return next == null ? null : new AskCursor(level, asked.study(), List.of(next));
    }
    SearchPageCursor.SearchPage read =
        new SearchPageCursor.SearchPage(asked, search, exchange.status(), saysMore(exchange));
    Uid study = asked.study().study();
    InputStream page =
        exchange.bodyBytes() > 0 ? SearchContent.of(had.open()) : SearchContent.none();
    if (asked.resource().kind() == ResourceKind.SERIES_SEARCH) {
      SeriesSearchCursor named = new SeriesSearchCursor(page, study, search.seen());
      return new SeriesPageCursor(read, named, this, expansion);
    }
    InstanceSearchCursor named =
        new InstanceSearchCursor(page, study, asked.resource().series(), search.seen());
    return new InstancePageCursor(read, named, had.address(), this, expansion);
  }

  /**
   * The page that comes after one; null after the last.
   *
   * @param read what came of it
   */
  Task.@Nullable Ask next(Task.Ask asked, Search search, PageRead read) {
    Paging paging = search.page().after(read);
    if (paging instanceof PageAsk page) {
      if (page.page().number() > search.page().page().number()) {
        named(asked.study(), asked.resource().kind());
      }
      return ask(asked.study(), asked.resource(), search.at(page));
    }
    ended(asked, search, (PagingEnd) paging, read.status());
    return null;
  }

  private Task.Ask first(
      StudyRun study,
      ResourceKind kind,
      @Nullable Uid series,
      long told,
      @Nullable Siblings siblings) {
    PageForm form = forms.getOrDefault(kind, PageForm.FIRST);
    PageAsk page = PageAsk.first(kind, "", told, form);
    named(study, kind);
    return ask(study, resource(study, kind, series, page), Search.begun(page, told, siblings));
  }

  /** A page that an earlier run had is not asked for in another form. */
  private Task.Ask ask(StudyRun study, Resource like, Search search) {
    PageAsk page = study.isResumed() ? asHeld(study, like, search.page()) : search.page();
    Resource resource = resource(study, like.kind(), like.series(), page);
    return new Task.Ask(study, resource, null, null, true, search.at(page));
  }

  private PageAsk asHeld(StudyRun study, Resource like, PageAsk page) {
    SearchPage held = earlier.page(resource(study, like.kind(), like.series(), page));
    if (held != null) {
      for (int refusal : List.of(400, 413)) {
        Paging form = page;
        while (form instanceof PageAsk one && one.page().number() == page.page().number()) {
          if (one.page().equals(held)) {
            return one;
          }
          form = one.after(PageRead.notHad(refusal));
        }
      }
    }
    return page;
  }

  private static Resource resource(
      StudyRun study, ResourceKind kind, @Nullable Uid series, PageAsk page) {
    return kind == ResourceKind.SERIES_SEARCH
        ? Resource.seriesSearch(study.study(), page.page())
        : Resource.instancesSearch(study.study(), series, page.page());
  }

  private void named(StudyRun study, ResourceKind kind) {
    progress.known(study.tally().named(kind, 1));
  }

  /** Whether the server says that there is more than on the page. */
  static boolean saysMore(Exchange exchange) {
    ResponseHead head = exchange.response();
    return head != null && MoreResults.areTold(head.status(), warnings(head));
  }

  private static List<String> warnings(ResponseHead head) {
    return head.headers().fields().stream()
        .filter(field -> field.name().equalsIgnoreCase("Warning"))
        .map(Header::value)
        .toList();
  }

  private void ended(Task.Ask asked, Search search, PagingEnd end, int status) {
    if (end.outcome() != PagingEnd.Outcome.FAILED) {
      forms.put(asked.resource().kind(), end.form());
    }
    String why = shortfall(search, end, asked);
    if (why != null) {
      Problem problem = new Problem(Problem.Kind.TRUNCATED, why);
      asked.study().tally().cut(asked.resource(), problem, status);
    } else if (end.outcome() == PagingEnd.Outcome.ALL && end.why() != null) {
      asked.study().tally().note(end.why());
    }
    earlier.keepPagesAfter(asked);
  }

  /** Why it is a failure that a search ended so; null when it is none, or was told with a page. */
  private static @Nullable String shortfall(Search search, PagingEnd end, Task.Ask asked) {
    if (end.outcome() != PagingEnd.Outcome.ALL) {
      return end.outcome() == PagingEnd.Outcome.CUT ? end.why() : null;
    }
    int found = search.seen().size();
    if (found < search.told()) {
      return "the search names " + found + " of " + search.told() + " that another tells of";
    }
    boolean ofSeries = asked.resource().kind() == ResourceKind.SERIES_SEARCH;
    StudyRun study = asked.study();
    boolean unknown = study.metadata() == null && !study.tally().lacksMetadata();
    return ofSeries && found == 0 && unknown ? "the search names no series of the study" : null;
  }
}
