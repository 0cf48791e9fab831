package dev.dicomwebdump.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.crawl.PagingEnd.Outcome;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageAskTest {

  private static final Pattern READ = Pattern.compile("(s?)([0-9]+)(?:/([0-9]+))?(!?)");

  /**
   * Pages are written {@code entries/fresh}, with {@code !} where the server says that there is
   * more, and {@code s} before a status with which a page is not had; what is asked is written
   * {@code limit@offset}, with {@code f} where attributes are asked for.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # Pages         | told | asked                                | outcome | why
          0               | -1   | 1000f@0                              | ALL     | -
          7 0             | -1   | 1000f@0 1000f@7                      | ALL     | -
          1000 1000 3 0   | -1   | 1000f@0 1000f@1000 1000f@2000 1000f@2003 | ALL | -
          # The server has a limit of its own.
          100 100 4 0     | -1   | 1000f@0 1000f@100 1000f@200 1000f@204 | ALL    | -
          100! 100! 4 0   | -1   | 1000f@0 1000f@100 1000f@200 1000f@204 | ALL    | -
          # Entries without a UID do not end it.
          5/0 3 0         | -1   | 1000f@0 1000f@5 1000f@8              | ALL     | -
          # Pages that overlap.
          100 100/60 30 0 | -1   | 1000f@0 1000f@100 1000f@200 1000f@230 | ALL    | -
          # The offset is ignored: what may be missing is told.
          7 7/0           | -1   | 1000f@0 1000f@7                      | ALL     | whatever the offset
          7 7/0           | 7    | 1000f@0 1000f@7                      | ALL     | whatever the offset
          7 7/0           | 9    | 1000f@0 1000f@7                      | CUT     | beyond the first 7
          1000 1000/0     | -1   | 1000f@0 1000f@1000                   | CUT     | beyond the first 1000
          1000 1000/0     | 1000 | 1000f@0 1000f@1000                   | ALL     | whatever the offset
          100! 100/0!     | -1   | 1000f@0 1000f@100                    | CUT     | beyond the first 100
          100 100 100/0   | -1   | 1000f@0 1000f@100 1000f@200          | CUT     | beyond the first 200
          # More is promised than given.
          0!              | -1   | 1000f@0                              | CUT     | more, and does not give it
          100! 0          | -1   | 1000f@0 1000f@100                    | CUT     | beyond the first 100
          100! 0          | 100  | 1000f@0 1000f@100                    | ALL     | more, and does not give it
          # Parameters are refused.
          s400 7 0        | -1   | 1000f@0 200f@0 200f@7                | ALL     | -
          s400 s422 7 0   | -1   | 1000f@0 200f@0 200@0 200@7           | ALL     | -
          s500 s400 s400 7 | -1  | 1000f@0 200f@0 200@0 0@0             | ALL     | neither limit nor offset
          s400 s400 s400 0 | -1  | 1000f@0 200f@0 200@0 0@0             | ALL     | -
          s400 s400 s400 7! | -1 | 1000f@0 200f@0 200@0 0@0             | CUT     | beyond the first 7
          s400 s400 s400 7 | 8   | 1000f@0 200f@0 200@0 0@0             | CUT     | beyond the first 7
          s400 s400 s400 s400 | -1 | 1000f@0 200f@0 200@0 0@0           | FAILED  | page 1 of the search was not had (400)
          # Too much is asked for.
          s413 250 0      | -1   | 1000f@0 250f@0 250f@250              | ALL     | -
          1000 s413 250 0 | -1   | 1000f@0 1000f@1000 250f@1000 250f@1250 | ALL   | -
          s413 s413 s413 s413 s413 | -1 | 1000f@0 250f@0 62f@0 15f@0 10f@0 | CUT  | more than the server gives (413)
          # A later page is refused, or does not come.
          1000 s400       | -1   | 1000f@0 1000f@1000                   | CUT     | beyond the first 1000
          7 s404          | -1   | 1000f@0 1000f@7                      | ALL     | refuses page 2 (404)
          100 100 s400    | -1   | 1000f@0 1000f@100 1000f@200          | CUT     | beyond the first 200
          100 4 s400      | -1   | 1000f@0 1000f@100 1000f@104          | ALL     | refuses page 3 (400)
          7 s503          | -1   | 1000f@0 1000f@7                      | FAILED  | page 2 of the search was not had (503)
          7 s0            | -1   | 1000f@0 1000f@7                      | FAILED  | page 2 of the search was not had
          7 s200          | -1   | 1000f@0 1000f@7                      | FAILED  | page 2 of the search was not had (200)
          s404            | -1   | 1000f@0                              | FAILED  | page 1 of the search was not had (404)
          """)
  void pagesAreAskedForUntilTheEnd(
      String pages, long told, String asked, Outcome outcome, @Nullable String why) {
    List<String> queries = new ArrayList<>();
    Paging paging = PageAsk.first(ResourceKind.STUDIES_SEARCH, "A=b", told, PageForm.FIRST);
    for (String page : List.of(pages.split(" +", -1))) {
      assertThat(paging).as("before %s", page).isInstanceOf(PageAsk.class);
      PageAsk ask = (PageAsk) paging;
      queries.add(shortened(ask.page().query()));
      paging = ask.after(read(page));
    }

    assertThat(String.join(" ", queries)).isEqualTo(asked);
    assertThat(paging).isInstanceOf(PagingEnd.class);
    PagingEnd end = (PagingEnd) paging;
    assertThat(end.outcome()).isEqualTo(outcome);
    assertThat(String.valueOf(end.why())).contains(String.valueOf(why));
    assertThat(queries.get(queries.size() - 1)).startsWith(shortened(end.form()) + "@");
  }

  private static PageRead read(String page) {
    Matcher read = READ.matcher(page);
    assertThat(read.matches()).isTrue();
    int number = Integer.parseInt(read.group(2));
    if (read.group(1).equals("s")) {
      return PageRead.notHad(number);
    }
    int fresh = read.group(3) == null ? number : Integer.parseInt(read.group(3));
    return PageRead.had(200, number, fresh, !read.group(4).isEmpty());
  }

  private static String shortened(String query) {
    assertThat(query).startsWith("A=b");
    PageForm form = new PageForm(number(query, "limit"), query.contains("includefield="));
    return shortened(form) + "@" + number(query, "offset");
  }

  private static String shortened(PageForm form) {
    return form.limit() + (form.fields() ? "f" : "");
  }

  private static int number(String query, String name) {
    Matcher matcher = Pattern.compile("&" + name + "=([1-9][0-9]*)").matcher(query);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  @Test
  void theNumberOfAPageIsTheSameInAnotherForm() {
    PageAsk first = PageAsk.first(ResourceKind.SERIES_SEARCH, "", -1, PageForm.FIRST);
    PageAsk again = (PageAsk) first.after(PageRead.notHad(400));
    PageAsk second = (PageAsk) again.after(PageRead.had(200, 5, 5, false));

    assertThat(first.page().query()).isEqualTo("includefield=00080060,00201209&limit=1000");
    assertThat(List.of(first.page().number(), again.page().number(), second.page().number()))
        .containsExactly(1, 1, 2);
  }

  /** A server that makes up new names for ever is not asked for ever. */
  @Test
  void whatNeverEndsIsEnded() {
    Paging paging = PageAsk.first(ResourceKind.STUDIES_SEARCH, "", -1, PageForm.FIRST);
    int pages = 0;
    while (paging instanceof PageAsk ask) {
      paging = ask.after(PageRead.had(200, 1, 1, false));
      pages++;
    }

    assertThat(pages).isEqualTo(100_000);
    assertThat(((PagingEnd) paging).outcome()).isEqualTo(Outcome.CUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | 299 pacs: There are 17 additional results that can be requested       | true
          200 | ' 299 {+}: The number of results exceeded the maximum'                | true
          200 | 299 pacs: The fuzzymatching parameter is not supported. Only literal  | false
          200 | 110 proxy "Response is stale"                                         | false
          200 | ''                                                                    | false
          206 | ''                                                                    | true
          """)
  void aServerSaysThatThereIsMore(int status, String warning, boolean more) {
    assertThat(MoreResults.areTold(status, List.of("199 x", warning))).isEqualTo(more);
  }
}
