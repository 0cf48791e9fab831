package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.resource.ResourceKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestEstimateTest {

  /** Two studies: 3 series, 10 instances, 8 with frames, 2 of them with 10 each. */
  private static final StudyExtent EXTENT = new StudyExtent(2, 3, 10, 8, 26, 26, 20, 2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metadata                       | JSON | AUTO | study-metadata=2",
        "metadata                       | BOTH | AUTO | study-metadata=2,study-metadata-xml=2",
        "metadata series-metadata       | XML  | AUTO"
            + " | series-metadata-xml=3,study-metadata=2,study-metadata-xml=2",
        "series-metadata frames         | JSON | WADO"
            + " | frame=26,series-metadata=3,study-metadata=2",
        "instance-metadata instances    | JSON | AUTO"
            + " | instance=10,instance-metadata=10,study-metadata=2",
        "study-instances series-instances | JSON | AUTO"
            + " | series-instances=3,study-instances=2,study-metadata=2",
        "rendered thumbnails            | JSON | AUTO"
            + " | rendered=28,study-metadata=2,thumbnail=13",
        "qido                           | JSON | AUTO | qido-instances=10,qido-series=4",
        "frames                         | JSON | QIDO"
            + " | frame=26,qido-instances=6,qido-series=4",
        "metadata series-metadata       | JSON | QIDO"
            + " | qido-series=4,series-metadata=3,study-metadata=2",
      })
  void eachKindIsAskedForAsOftenAsItIsThere(
      String contents, MetadataFormat format, Discovery discovery, String expected) {
    RequestEstimate estimate =
        new RequestEstimate(selection(contents, format, discovery), EXTENT, 0);

    assertThat(shown(estimate.requests())).containsExactlyInAnyOrder(expected.split(","));
  }

  @Test
  void theSearchesForStudiesAreAmongThem() {
    assertThat(new RequestEstimate(Selection.PLAIN, EXTENT, 7).requests())
        .containsEntry(ResourceKind.STUDIES_SEARCH, 7L);
  }

  @Test
  void whatItLeavesOutIsSaid() {
    assertThat(new RequestEstimate(Selection.PLAIN, EXTENT, 0).unknown())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("frames of 2 instances"))
        .anyMatch(line -> line.startsWith("bulk data"));
    Selection instances = selection("instances", MetadataFormat.JSON, Discovery.AUTO);
    assertThat(new RequestEstimate(instances, EXTENT, 0).unknown()).hasSize(1);
  }

  private static Selection selection(String words, MetadataFormat format, Discovery discovery) {
    Set<Content> contents =
        EnumSet.copyOf(
            Stream.of(Content.values())
                .filter(one -> Set.of(words.strip().split(" ")).contains(one.published()))
                .toList());
    Selection plain = Selection.PLAIN;
    return new Selection(
        contents, Set.of(), Set.of(), Set.of(), format, plain.bulkdata(), discovery, 1);
  }

  private static List<String> shown(Map<ResourceKind, Long> requests) {
    return requests.entrySet().stream()
        .map(entry -> entry.getKey().published() + "=" + entry.getValue())
        .toList();
  }
}
