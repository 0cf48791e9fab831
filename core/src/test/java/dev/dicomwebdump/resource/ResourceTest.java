package dev.dicomwebdump.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTest {

  private static final Uid STUDY = new Uid("1");
  private static final Uid SERIES = new Uid("1.2");
  private static final Uid SOP = new Uid("1.2.3");

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments(Resource.studyMetadata(STUDY), "/studies/1/metadata", true),
        arguments(Resource.seriesMetadata(STUDY, SERIES), "/studies/1/series/1.2/metadata", true),
        arguments(
            Resource.instanceMetadata(STUDY, SERIES, SOP),
            "/studies/1/series/1.2/instances/1.2.3/metadata",
            true),
        arguments(
            Resource.frame(STUDY, SERIES, SOP, 7),
            "/studies/1/series/1.2/instances/1.2.3/frames/7",
            false),
        arguments(
            Resource.frames(STUDY, SERIES, SOP, 7, 9),
            "/studies/1/series/1.2/instances/1.2.3/frames/7,8,9",
            false),
        arguments(
            Resource.instance(STUDY, SERIES, SOP), "/studies/1/series/1.2/instances/1.2.3", false),
        arguments(Resource.seriesInstances(STUDY, SERIES), "/studies/1/series/1.2", false),
        arguments(Resource.studyInstances(STUDY), "/studies/1", false),
        arguments(
            Resource.rendered(STUDY, SERIES, SOP),
            "/studies/1/series/1.2/instances/1.2.3/rendered",
            false),
        arguments(
            Resource.renderedFrame(STUDY, SERIES, SOP, 2),
            "/studies/1/series/1.2/instances/1.2.3/frames/2/rendered",
            false),
        arguments(Resource.thumbnail(STUDY, null, null), "/studies/1/thumbnail", false),
        arguments(
            Resource.thumbnail(STUDY, SERIES, null), "/studies/1/series/1.2/thumbnail", false),
        arguments(
            Resource.xmlOf(Resource.seriesMetadata(STUDY, SERIES)),
            "/studies/1/series/1.2/metadata",
            false));
  }

  static Stream<Arguments> searches() {
    SearchPage page = new SearchPage(2, "limit=10&offset=10");
    return Stream.of(
        arguments(Resource.studiesSearch(page), "/studies?limit=10&offset=10"),
        arguments(Resource.seriesSearch(STUDY, page), "/studies/1/series?limit=10&offset=10"),
        arguments(
            Resource.instancesSearch(STUDY, null, page), "/studies/1/instances?limit=10&offset=10"),
        arguments(
            Resource.instancesSearch(STUDY, SERIES, new SearchPage(1, "")),
            "/studies/1/series/1.2/instances"));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void aSearchHasItsQueryInItsAddress(Resource search, String address) {
    assertThat(search.address()).isEqualTo(address);
    assertThat(search).hasToString(address);
  }

  @Test
  void pagesOfOtherQueriesAreOtherResources() {
    assertThat(Resource.studiesSearch(new SearchPage(1, "PatientID=1")))
        .isNotEqualTo(Resource.studiesSearch(new SearchPage(1, "PatientID=2")));
  }

  @Test
  void bulkDataIsTheSameWhereverItLies() {
    Resource first = bulk("00420011", "https://a/b?sig=1");

    assertThat(first.address()).isEqualTo("https://a/b?sig=1");
    assertThat(first).isEqualTo(bulk("00420011", "https://a/b?sig=2"));
    assertThat(first).hasSameHashCodeAs(bulk("00420011", "https://a/b?sig=2"));
    assertThat(first).isNotEqualTo(bulk("00480105.1.00282000", "https://a/b?sig=1"));
    assertThat(first).hasToString("/studies/1/series/1.2/instances/1.2.3/bulkdata/00420011");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0042001", "0042001g", "00480105.0.00282000", "00480105.1", "a/b"})
  void whatIsNoPathOfAnAttributeIsRefused(String path) {
    assertThatThrownBy(() -> new AttributePath(path)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Resource bulk(String path, String uri) {
    BulkValue value = new BulkValue(new AttributePath(path), uri, URI.create(uri), null);
    return Resource.bulkdata(STUDY, SERIES, SOP, value);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindHasItsPath(Resource resource, String path, boolean metadata) {
    assertThat(resource.path()).isEqualTo(path);
    assertThat(resource).hasToString(path);
    assertThat(resource.kind().isMetadata()).isEqualTo(metadata);
  }

  @Test
  void framesAreNumberedFromOne() {
    assertThatThrownBy(() -> Resource.frame(STUDY, SERIES, SOP, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLevelThatIsNotThereCannotBeRequired() {
    assertThatThrownBy(() -> Resource.studyMetadata(STUDY).requireSeries())
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Resource.seriesMetadata(STUDY, SERIES).requireInstance())
        .isInstanceOf(NullPointerException.class);
  }
}
