package dev.dicomwebdump.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Problem.Kind;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SearchProofTest {

  private static final SearchPage PAGE = new SearchPage(1, "limit=10");
  private static final Uid STUDY = new Uid("1.1");
  private static final Uid SERIES_UID = new Uid("1.2");
  private static final Resource STUDIES = Resource.studiesSearch(PAGE);
  private static final Resource SERIES = Resource.seriesSearch(STUDY, PAGE);
  private static final Resource INSTANCES = Resource.instancesSearch(STUDY, SERIES_UID, PAGE);
  private static final String JSON = "application/dicom+json";
  private static final String GOOD = entry("1.1", "1.2", "1.3");
  private static final String FOREIGN = entry("9.1", "9.2", "9.3");
  private static final String NAMELESS = "{\"00280010\":{\"vr\":\"US\",\"Value\":[1]}}";

  private static String entry(String study, String series, String instance) {
    return "{\"0020000D\":{\"Value\":[\"%s\"]},\"0020000E\":{\"Value\":[\"%s\"]},"
            .formatted(study, series)
        + "\"00080018\":{\"Value\":[\"%s\"]}}".formatted(instance);
  }

  private static Case page(String name, Resource asked, String type, String body) {
    return Case.of(name, asked, type, body.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<Case> pages() {
    String error = "{\"Message\":\"no such study\"}";
    return Stream.of(
        page("studies", STUDIES, JSON, "[" + GOOD + "," + FOREIGN + "]"),
        page("series", SERIES, JSON, "[" + GOOD + "]"),
        page("instances", INSTANCES, JSON, "[" + GOOD + "]"),
        page("UIDs of above left out", INSTANCES, JSON, "[{\"00080018\":{\"Value\":[\"1.3\"]}}]"),
        page("nothing found", STUDIES, JSON, "[]"),
        page("plain JSON", STUDIES, "application/json", "[]")
            .notes("content type application/json for DICOM JSON"),
        page("object", STUDIES, JSON, GOOD).notes("an object in place of an array of datasets"),
        page("a part", STUDIES, JSON, "[" + GOOD + "]")
            .status(206)
            .notes("206: the server gave only a part of what it found"),
        page("some without name", STUDIES, JSON, "[" + NAMELESS + "," + GOOD + "]")
            .notes("an entry without Study Instance UID (0020,000D)"),
        page("some of another study", SERIES, JSON, "[" + FOREIGN + "," + GOOD + "]"),
        page("all without name", STUDIES, JSON, "[" + NAMELESS + "]").problem(Kind.UID),
        page("empty entry", STUDIES, JSON, "[{}]").problem(Kind.UID),
        page("all of another study", SERIES, JSON, "[" + FOREIGN + "]").problem(Kind.UID),
        page("all of another series", INSTANCES, JSON, "[" + entry("1.1", "9", "1") + "]")
            .problem(Kind.UID),
        page("cut", STUDIES, JSON, "[" + GOOD).problem(Kind.TRUNCATED),
        page("more after the end", STUDIES, JSON, "[]]").problem(Kind.JSON),
        page("error", STUDIES, JSON, error).problem(Kind.JSON),
        page("error as text", STUDIES, "text/plain", error).problem(Kind.CONTENT_TYPE),
        page("HTML", STUDIES, "text/html", "<!DOCTYPE html>").problem(Kind.CONTENT_TYPE),
        page("an end that nothing tells", STUDIES, JSON, "").problem(Kind.TRUNCATED));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageGetsItsVerdict(Case page) {
    Verdict verdict = page.whole(new Payloads());

    assertThat(verdict.problem() == null ? null : verdict.problem().kind())
        .as("%s", verdict.problem())
        .isEqualTo(page.problem());
    assertThat(verdict.problem() == null ? verdict.notes() : page.notes()).isEqualTo(page.notes());
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, Content-Length, 0, true",
    "HTTP/1.1, Transfer-Encoding, chunked, true",
    "HTTP/2, X, y, true",
    "HTTP/1.1, Connection, close, false",
  })
  void anEmptyBodyIsAPageOnlyWhereItsEndIsTold(
      String version, String name, String value, boolean isPage) {
    Headers headers = new Headers(List.of(new Header(name, value)));
    ResponseHead head = new ResponseHead(version, 200, "", headers);
    Verdict verdict =
        new ResponseProofs()
            .begin(STUDIES, Pixels.NONE, head, new Payloads())
            .end(InputStream::nullInputStream);

    assertThat(verdict.problem()).matches(problem -> isPage == isNone(problem));
    assertThat(verdict.notes())
        .isEqualTo(isPage ? List.of("an empty body in place of an empty array") : List.of());
  }

  private static boolean isNone(@Nullable Problem problem) {
    return problem == null;
  }
}
