package dev.dicomwebdump.crawl;

import static dev.dicomwebdump.crawl.Metadata.IMAGE;
import static dev.dicomwebdump.crawl.Metadata.STUDY;
import static dev.dicomwebdump.crawl.Metadata.document;
import static dev.dicomwebdump.crawl.Metadata.entry;
import static dev.dicomwebdump.crawl.Metadata.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.dicomjson.DicomJsonException;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyOutlineTest {

  @Test
  void countsInstancesFramesAndWhatCannotBeAskedFor() throws IOException {
    String most = "\"00280008\":{\"Value\":[2147483647]}";
    StudyOutline outline =
        StudyOutline.read(
            document(
                entry("1.1", "2.2", "3.1", IMAGE, most),
                entry("1.1", "2.1", "3.2"),
                entry(null, "2.2", "3.3", IMAGE, most),
                entry("1.9", "2.9", "3.4", IMAGE),
                entry("1.1", null, "3.5", IMAGE),
                entry("1.1", "../x", "3.6", IMAGE),
                entry("1.1", "2.1", "../x", IMAGE)),
            STUDY);
    assertThat(outline.series())
        .containsExactly(
            Map.entry(new Uid("2.2"), census("3.1", "3.3")),
            Map.entry(new Uid("2.1"), census("3.2")));
    assertThat(outline.instances()).isEqualTo(3);
    assertThat(outline.frames()).isEqualTo(2L * Integer.MAX_VALUE);
    assertThat(outline.unusable()).isEqualTo(3);
  }

  @Test
  void anEmptyStudyHasNothing() throws IOException {
    assertThat(StudyOutline.read(document(), STUDY)).isEqualTo(new StudyOutline(Map.of(), 0, 0));
  }

  @Test
  void aCensusTellsSetsApartAndNotTheirOrder() {
    assertThat(census("3.1", "3.2")).isEqualTo(census("3.2", "3.1"));
    assertThat(census("3.1", "3.2")).isNotEqualTo(census("3.1", "3.3"));
    assertThat(census("3.1", "3.1")).isNotEqualTo(census("3.1"));
  }

  private static InstanceCensus census(String... instances) {
    InstanceCensus census = InstanceCensus.NONE;
    for (String instance : instances) {
      census = census.with(new Uid(instance));
    }
    return census;
  }

  @Test
  void aCutDocumentHasNoOutline() {
    assertThatThrownBy(() -> StudyOutline.read(stream("[" + entry("1.1", "2.1", "3.1")), STUDY))
        .isInstanceOf(DicomJsonException.class);
  }
}
