package dev.dicomwebdump.crawl;

import static dev.dicomwebdump.crawl.Metadata.IMAGE;
import static dev.dicomwebdump.crawl.Metadata.STUDY;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceFactsTest {

  private static final String FIVE_FRAMES = IMAGE + ",\"00280008\":{\"Value\":[5]}";

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          1.1, 2.1,  3.1,  -
          -,   -,    3.1,  -
          -,   -,    -,    -
          1.9, 2.1,  3.1,  'entry 1 has another Study Instance UID (0020,000D)'
          1.1, 2.9,  3.1,  'entry 1 has another Series Instance UID (0020,000E)'
          1.1, 2.1,  3.9,  'entry 1 has another SOP Instance UID (0008,0018)'
          1.1, 2.1,  ../x, 'entry 1 has another SOP Instance UID (0008,0018)'
          1.9, 2.9,  3.9,  'entry 1 has another SOP Instance UID (0008,0018)'
          """)
  void whatItDoesNotNameIsToleratedAndWhatItNamesMustFit(
      @Nullable String study,
      @Nullable String series,
      @Nullable String instance,
      @Nullable String mismatch)
      throws IOException {
    assertThat(read(document(entry(study, series, instance, FIVE_FRAMES))))
        .isEqualTo(new InstanceFacts(1, Metadata.image(5), BulkNames.NONE, mismatch));
  }

  @Test
  void ofSeveralDatasetsTheFirstThatNamesTheInstanceCounts() throws IOException {
    InputStream metadata =
        document(
            entry("1.1", "2.1", "3.9"),
            entry("1.1", "2.1", "3.1", FIVE_FRAMES),
            entry("1.9", "2.1", "3.1"));
    assertThat(read(metadata))
        .isEqualTo(new InstanceFacts(3, Metadata.image(5), BulkNames.NONE, null));
  }

  @Test
  void whereNoneNamesTheInstanceTheFirstCounts() throws IOException {
    InputStream metadata = document(entry("1.1", "2.1", null, IMAGE), entry("1.1", "2.1", "3.9"));
    assertThat(read(metadata))
        .isEqualTo(new InstanceFacts(2, Metadata.image(1), BulkNames.NONE, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      []                      | 0
      [{}]                    | 1
      [{"error":"Not found"}] | 1
      """)
  void aDocumentThatTellsNothingIsAMismatch(String document, long datasets) throws IOException {
    assertThat(read(stream(document)))
        .isEqualTo(
            new InstanceFacts(
                datasets, Pixels.NONE, BulkNames.NONE, "the document names no instance at all"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[{}", "[{}] x", "{\"error\":1}"})
  void aDocumentThatIsNotWholeIsAnError(String document) {
    assertThatThrownBy(() -> read(stream(document))).isInstanceOf(DicomJsonException.class);
  }

  private static InstanceFacts read(InputStream metadata) throws IOException {
    return InstanceFacts.read(metadata, STUDY, new Uid("2.1"), new Uid("3.1"));
  }
}
