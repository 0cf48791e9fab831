package dev.dicomwebdump.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.crawl.PagingEnd.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudySearchesTest {

  private static final PagingEnd ALL = new PagingEnd(Outcome.ALL, null, PageForm.FIRST);
  private static final PagingEnd CUT = new PagingEnd(Outcome.CUT, "cut", PageForm.FIRST);
  private static final PagingEnd FAILED = new PagingEnd(Outcome.FAILED, "lost", PageForm.FIRST);

  @Test
  void theEarlierHalfComesFirst() {
    StudySearches searches =
        SearchedServer.searches(StudyQuery.parse("PatientID=1&StudyDate=20240101-20240104"));
    List<String> asked = new ArrayList<>();
    for (StudyQuery query = searches.next(); query != null; query = searches.next()) {
      asked.add(query.encoded());
      searches.ended(query, asked.size() < 3 ? CUT : ALL, true);
    }

    assertThat(asked)
        .containsExactly(
            "PatientID=1&StudyDate=20240101-20240104",
            "PatientID=1&StudyDate=20240101-20240102",
            "PatientID=1&StudyDate=20240101",
            "PatientID=1&StudyDate=20240102",
            "PatientID=1&StudyDate=20240103-20240104");
    assertThat(searches.shortfalls()).isEmpty();
  }

  @Test
  void aServerThatDoesNotHeedDatesIsNotAskedForHalves() {
    StudySearches searches = SearchedServer.searches(StudyQuery.ALL);
    end(searches, CUT, true);
    end(searches, CUT, false);
    end(searches, CUT, false);

    assertThat(searches.next()).isNull();
    assertThat(searches.shortfalls())
        .containsExactly(
            "studies without a Study Date may be missing: cut",
            "StudyDate -20101212: cut; it does not heed StudyDate",
            "StudyDate 20101213-: cut; it does not heed StudyDate");
  }

  @Test
  void aSearchThatFailedIsNotDivided() {
    StudySearches searches = SearchedServer.searches(StudyQuery.parse("PatientID=1"));
    end(searches, FAILED, true);

    assertThat(searches.next()).isNull();
    assertThat(searches.shortfalls()).containsExactly("lost");
  }

  @Test
  void theNumberOfSearchesIsLimited() {
    StudySearches searches = SearchedServer.searches(StudyQuery.ALL);
    int asked = 0;
    for (StudyQuery query = searches.next(); query != null; query = searches.next()) {
      asked++;
      searches.ended(query, CUT, true);
    }

    assertThat(asked).isEqualTo(10_000);
    assertThat(searches.shortfalls())
        .last()
        .asString()
        .matches("after 10000 searches [0-9]+ ranges of dates were not searched");
  }

  private static void end(StudySearches searches, PagingEnd end, boolean heedsDates) {
    StudyQuery query = searches.next();
    assertThat(query).isNotNull();
    searches.ended(query, end, heedsDates);
  }
}
