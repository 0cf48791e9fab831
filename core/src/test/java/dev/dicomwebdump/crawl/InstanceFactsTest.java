package dev.dicomwebdump.crawl;

import static dev.dicomwebdump.crawl.Metadata.IMAGE;
import static dev.dicomwebdump.crawl.Metadata.document;
import static dev.dicomwebdump.crawl.Metadata.entry;
import static dev.dicomwebdump.crawl.Metadata.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.dicomjson.DicomJsonException;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceFactsTest {

  private static final String FIVE_FRAMES = IMAGE + ",\"00280008\":{\"Value\":[5]}";

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"3.1", "3.9", "../x"})
  void aSingleDatasetCountsWhateverItNames(@Nullable String instance) throws IOException {
    assertThat(read(document(entry("1.1", "2.1", instance, FIVE_FRAMES))))
        .isEqualTo(Metadata.image(5));
  }

  @Test
  void ofSeveralDatasetsTheFirstThatNamesTheInstanceCounts() throws IOException {
    InputStream metadata =
        document(
            entry("1.1", "2.1", "3.9"),
            entry("1.1", "2.1", "3.1", FIVE_FRAMES),
            entry("1.9", "2.1", "3.1"));
    assertThat(read(metadata)).isEqualTo(Metadata.image(5));
  }

  @Test
  void whereNoneNamesTheInstanceTheFirstCounts() throws IOException {
    InputStream metadata = document(entry("1.1", "2.1", null, IMAGE), entry("1.1", "2.1", "3.9"));
    assertThat(read(metadata)).isEqualTo(Metadata.image(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "[{\"error\":\"Not found\"}]"})
  void aDocumentThatTellsNothingTellsOfNone(String document) throws IOException {
    assertThat(read(stream(document))).isEqualTo(Pixels.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[{}", "[{}] x", "{\"error\":1}"})
  void aDocumentThatIsNotWholeIsAnError(String document) {
    assertThatThrownBy(() -> read(stream(document))).isInstanceOf(DicomJsonException.class);
  }

  private static Pixels read(InputStream metadata) throws IOException {
    return InstanceFacts.read(metadata, new Uid("3.1")).pixels();
  }
}
