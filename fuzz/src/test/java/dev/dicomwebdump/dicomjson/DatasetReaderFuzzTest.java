package dev.dicomwebdump.dicomjson;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Any bytes at all, as a document. */
class DatasetReaderFuzzTest {

  private static final String SAYS =
      "(the document is empty|(the JSON breaks off|not JSON|neither an array nor an object"
          + "|an element that is not an object|an object without any attribute of an instance"
          + "|the document goes on after its end|nested more than 1000 deep"
          + "|a name, a number or a value is too long) at line [0-9]+, column [0-9]+)";

  @FuzzTest(maxDuration = "2m")
  void aDocumentIsReadOrRefusedWithoutAWordOfIt(byte[] document) throws IOException {
    try (DatasetReader reader = new DatasetReader(new ByteArrayInputStream(document))) {
      for (Dataset dataset = reader.next(); dataset != null; dataset = reader.next()) {
        for (Attribute attribute : Attribute.values()) {
          String value = dataset.string(attribute);
          assertThat(dataset.integer(attribute).isEmpty() || value != null).isTrue();
        }
      }
    } catch (DicomJsonException e) {
      assertThat(e).hasNoCause();
      assertThat(e.getMessage()).matches(SAYS);
    }
  }
}
