package dev.dicomwebdump.crawl;

import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.dicomwebdump.crawl.PagingEnd.Outcome;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Searching;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither cut nor for ever, whatever the server does: and where cut, it is told. */
class PagingOverServersTest {

  private static final Searching STANDARD = Searching.standard();
  private static final StudyQuery YEAR = StudyQuery.parse("StudyDate=20240101-20241231");

  /** As many studies, each ten days after the one before, and two without a date. */
  private static FakeDicomWebServer server(int dated, Searching searching) {
    FakeDicomWebServer.Builder builder = FakeDicomWebServer.builder().searching(searching);
    for (int i = 0; i < dated; i++) {
      String date = LocalDate.of(2024, 1, 1).plusDays(10L * i).toString().replace("-", "");
      builder.study(study(i, date));
    }
    return builder.study(study(dated, "")).study(study(dated + 1, "")).start();
  }

  private static SyntheticStudy study(int number, String date) {
    return SyntheticStudy.builder("2.999.7." + number).date(date).series(report()).build();
  }

  static Stream<Arguments> servers() {
    int all = 1503;
    return Stream.of(
        argumentSet("standard", STANDARD, all, Outcome.ALL),
        argumentSet("an empty array", STANDARD.emptyArray(), all, Outcome.ALL),
        argumentSet("a limit", STANDARD.pageLimit(100), all, Outcome.ALL),
        argumentSet("a hidden limit", STANDARD.pageLimit(100).withoutWarning(), all, Outcome.ALL),
        argumentSet("short pages", STANDARD.shortPages(), all, Outcome.ALL),
        argumentSet("hidden", STANDARD.shortPages().withoutWarning(), all, Outcome.ALL),
        argumentSet("no offset", STANDARD.ignoringOffset(), 1000, Outcome.CUT),
        argumentSet(
            "no offset, hidden", STANDARD.ignoringOffset().withoutWarning(), 1000, Outcome.CUT),
        argumentSet(
            "no offset, a limit", STANDARD.ignoringOffset().pageLimit(100), 100, Outcome.CUT),
        argumentSet("no includefield", STANDARD.refusing("includefield"), all, Outcome.ALL),
        argumentSet("offset refused", STANDARD.refusing("offset"), 1000, Outcome.CUT),
        argumentSet("limit refused", STANDARD.refusing("limit"), all, Outcome.ALL),
        argumentSet(
            "limit refused, and a limit",
            STANDARD.refusing("limit").pageLimit(100),
            100,
            Outcome.CUT),
        argumentSet("too large", STANDARD.tooLargeAbove(300), all, Outcome.ALL),
        argumentSet("always too large", STANDARD.tooLargeAbove(5), 0, Outcome.CUT),
        argumentSet("no reach", STANDARD.reach(1000), 1000, Outcome.CUT));
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aSearchFindsAllOrTellsThatItDoesNot(Searching searching, int found, Outcome outcome)
      throws IOException, InterruptedException {
    try (FakeDicomWebServer server = server(1501, searching)) {
      SearchedServer.Found studies = new SearchedServer(server).studies(StudyQuery.ALL);

      assertThat(studies.uids()).hasSize(found);
      assertThat(studies.end().outcome()).isEqualTo(outcome);
      assertThat(server.requests()).hasSizeLessThan(40);
    }
  }

  @Test
  void aStudysInstancesAreFoundAtBothLevels() throws IOException, InterruptedException {
    try (FakeDicomWebServer server =
        FakeDicomWebServer.builder()
            .study(SyntheticStudies.large(2, 70, 1))
            .searching(STANDARD.pageLimit(20))
            .start()) {
      SearchedServer searched = new SearchedServer(server);
      Uid study = new Uid("2.999.2");

      assertThat(searched.instances(study, null).uids()).hasSize(140);
      assertThat(searched.instances(study, new Uid("2.999.2.2")).uids()).hasSize(70);
    }
  }

  static Stream<Arguments> caps() {
    return Stream.of(
        argumentSet("reach", STANDARD.pageLimit(5).reach(5)),
        argumentSet("no offset", STANDARD.pageLimit(5).ignoringOffset()),
        argumentSet("too large", STANDARD.tooLargeAbove(5)));
  }

  @ParameterizedTest
  @MethodSource("caps")
  void aSearchThatIsCutIsDividedByDate(Searching searching)
      throws IOException, InterruptedException {
    try (FakeDicomWebServer server = server(36, searching)) {
      StudySearches searches = SearchedServer.searches(YEAR);

      assertThat(new SearchedServer(server).divided(searches)).hasSize(36);
      assertThat(searches.shortfalls()).isEmpty();
    }
  }

  @Test
  void ofAllStudiesThoseWithoutADateMayBeMissingAndThatIsTold()
      throws IOException, InterruptedException {
    try (FakeDicomWebServer server = server(36, STANDARD.pageLimit(5).reach(5))) {
      StudySearches searches = SearchedServer.searches(StudyQuery.ALL);
      Set<Uid> found = new SearchedServer(server).divided(searches);

      assertThat(found).hasSize(36);
      assertThat(searches.shortfalls())
          .singleElement()
          .asString()
          .startsWith("studies without a Study Date may be missing: ");
    }
  }

  @Test
  void studiesWithoutADateAreFoundWhereNothingIsCut() throws IOException, InterruptedException {
    try (FakeDicomWebServer server = server(36, STANDARD)) {
      StudySearches searches = SearchedServer.searches(StudyQuery.ALL);

      assertThat(new SearchedServer(server).divided(searches)).hasSize(38);
      assertThat(searches.shortfalls()).isEmpty();
    }
  }

  @Test
  void aDayOnWhichTooMuchWasStoredIsTold() throws IOException, InterruptedException {
    FakeDicomWebServer.Builder builder =
        FakeDicomWebServer.builder().searching(STANDARD.pageLimit(5).ignoringOffset());
    for (int i = 0; i < 9; i++) {
      builder.study(study(i, String.format(Locale.ROOT, "202402%02d", i < 7 ? 29 : i)));
    }
    try (FakeDicomWebServer server = builder.start()) {
      StudySearches searches = SearchedServer.searches(YEAR);
      Set<Uid> found = new SearchedServer(server).divided(searches);

      assertThat(found).hasSize(7);
      assertThat(searches.shortfalls())
          .containsExactly(
              "StudyDate 20240229: the server gives the same results whatever the offset:"
                  + " results beyond the first 5 cannot be had");
    }
  }
}
