package dev.dicomwebdump.crawl;

import static dev.dicomwebdump.crawl.Metadata.STUDY;
import static dev.dicomwebdump.crawl.Metadata.all;
import static dev.dicomwebdump.crawl.Metadata.document;
import static dev.dicomwebdump.crawl.Metadata.entry;
import static dev.dicomwebdump.crawl.Metadata.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.dicomjson.DicomJsonException;
import dev.dicomwebdump.dicomjson.GeneratedStream;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesCursorTest {

  @Test
  void namesEachSeriesOnceInTheOrderOfTheDocument() throws IOException {
    InputStream metadata =
        document(
            entry("1.1", "2.2", "3.1"),
            entry("1.1", "2.1", "3.2"),
            entry(null, "2.2", null),
            entry("1.1", "2.1", "3.4"));
    assertThat(all(new SeriesCursor(metadata, STUDY)))
        .containsExactly(series("2.2"), series("2.1"));
  }

  @Test
  void aSeriesThatIsANumberIsReadAsItIsWritten() throws IOException {
    InputStream metadata = document("{\"0020000E\":{\"Value\":[1.20]}}");
    assertThat(all(new SeriesCursor(metadata, STUDY))).containsExactly(series("1.20"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "..",
        "1.2.",
        ".1",
        "a/b",
        "a\\\\b",
        "1.2\\\\1.3",
        "-1",
        "1 2",
        "1\\u00002",
        "é",
        "11111111112222222222333333333344444444445555555555666666666677777",
      })
  void aSeriesThatCannotBeANameIsUnusableAndNotShown(String hostile) throws IOException {
    InputStream metadata = document(entry("1.1", hostile, "3.1"), entry("1.1", "2.1", "3.2"));
    assertThat(all(new SeriesCursor(metadata, STUDY)))
        .containsExactly(
            new Unusable(1, "entry 1 has a Series Instance UID (0020,000E) that cannot be a name"),
            series("2.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"0020000E\":{\"vr\":\"UI\"}}",
        "{\"0020000E\":{\"Value\":[\"\"]}}",
        "{\"0020000E\":{\"Value\":[\" \"]}}",
        "{\"0020000E\":{\"Value\":[{\"x\":\"1.2\"}]}}",
        "{\"0020000E\":{\"BulkDataURI\":\"1.2\"}}",
        "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[{\"0020000E\":{\"Value\":[\"9.9\"]}}]}}",
      })
  void anEntryWithoutASeriesIsUnusable(String nameless) throws IOException {
    InputStream metadata = document(entry("1.1", "2.1", "3.2"), nameless);
    assertThat(all(new SeriesCursor(metadata, STUDY)))
        .containsExactly(
            series("2.1"), new Unusable(2, "entry 2 has no Series Instance UID (0020,000E)"));
  }

  @Test
  void anEntryOfAnotherStudyIsForeign() throws IOException {
    InputStream metadata = document(entry("1.9", "2.9", "3.1"), entry("1.1", "2.1", "3.2"));
    assertThat(all(new SeriesCursor(metadata, STUDY)))
        .containsExactly(new Foreign(1), series("2.1"));
  }

  @Test
  void whatCameBeforeACutIsNamed() throws IOException {
    String cut = "[" + entry("1.1", "2.1", "3.1") + "," + entry("1.1", "2.2", "3.2");
    try (SeriesCursor cursor = new SeriesCursor(stream(cut), STUDY)) {
      assertThat(cursor.next()).isEqualTo(series("2.1"));
      assertThat(cursor.next()).isEqualTo(series("2.2"));
      assertThatThrownBy(cursor::next)
          .isInstanceOfSatisfying(
              DicomJsonException.class, fault -> assertThat(fault.isCut()).isTrue());
    }
  }

  @Test
  void readsALongDocument() throws IOException {
    InputStream metadata =
        GeneratedStream.array(100_000, i -> entry("1.1", "2." + i % 7, "3." + i));
    assertThat(all(new SeriesCursor(metadata, STUDY))).hasSize(7);
  }

  private static SeriesName series(String uid) {
    return new SeriesName(new Uid(uid), null);
  }
}
