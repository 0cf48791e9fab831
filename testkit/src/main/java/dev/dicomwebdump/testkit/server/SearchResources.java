package dev.dicomwebdump.testkit.server;

import dev.dicomwebdump.testkit.dicom.SearchResult;
import dev.dicomwebdump.testkit.dicom.SyntheticSeries;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The normal answers to searches: PS3.18 section 10.6. Accept does not matter. */
final class SearchResources {
  private static final Pattern PATH =
      Pattern.compile("/studies(?:/([^/]+)/(?:(series)|instances|series/([^/]+)/instances))?");

  private final List<SyntheticStudy> studies;
  private final Searching searching;

  SearchResources(List<SyntheticStudy> studies, Searching searching) {
    this.studies = List.copyOf(studies);
    this.searching = searching;
  }

  /** The answer to a GET; null where the path is not that of a search. */
  @Nullable Answer answer(String path, QueryString query, String root) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return null;
    }
    if (searching.refused().stream().anyMatch(query::has)) {
      return StudyResources.error(400, "a parameter is not supported");
    }
    SearchResult result = new SearchResult(query.values("includefield"), root);
    return page(found(matcher, query, result), query);
  }

  /** What is found, not made before it is on a page. */
  private List<Supplier<String>> found(Matcher path, QueryString query, SearchResult result) {
    StudyMatch match = new StudyMatch(query);
    Stream<SyntheticStudy> matching = studies.stream().filter(match::matches);
    if (path.group(1) == null) {
      return matching.<Supplier<String>>map(study -> () -> result.of(study)).toList();
    }
    Stream<SyntheticSeries> series =
        matching
            .filter(study -> study.uid().equals(path.group(1)))
            .flatMap(study -> study.series().stream())
            .filter(one -> path.group(3) == null || one.uid().equals(path.group(3)));
    return path.group(2) != null
        ? series.<Supplier<String>>map(one -> () -> result.of(one)).toList()
        : series
            .flatMap(one -> one.instances().stream())
            .<Supplier<String>>map(instance -> () -> result.of(instance))
            .toList();
  }

  private Answer page(List<Supplier<String>> found, QueryString query) {
    int offset = searching.heedsOffset() ? query.number("offset", 0) : 0;
    int from = Math.min(offset, found.size());
    int asked = Math.min(query.number("limit", Integer.MAX_VALUE), searching.mostOnPage());
    int whole = Math.min(asked, found.size() - from);
    if (offset >= searching.reach()) {
      return StudyResources.error(400, "the offset is too large");
    }
    if (whole > searching.most()) {
      return StudyResources.error(413, "narrow the search");
    }
    int shown = whole > searching.fewer() ? whole - searching.fewer() : whole;
    int more = found.size() - from - shown;
    return answer(found.subList(from, from + shown), more);
  }

  private Answer answer(List<Supplier<String>> page, int more) {
    if (page.isEmpty() && searching.noMatchStatus() == 204) {
      return Answer.of(204, Body.of(""));
    }
    String results = page.stream().map(Supplier::get).collect(Collectors.joining(",", "[", "]"));
    Answer answer = Answer.of(200, "application/dicom+json", Body.of(results));
    String warning = "299 fake: There are " + more + " additional results that can be requested";
    return more > 0 && searching.warns() ? answer.withHeader("Warning", warning) : answer;
  }
}
