package dev.dicomwebdump.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
            Resource.instance(STUDY, SERIES, SOP), "/studies/1/series/1.2/instances/1.2.3", false));
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
