package dev.dicomwebdump.crawl;

import static dev.dicomwebdump.crawl.Metadata.IMAGE;
import static dev.dicomwebdump.crawl.Metadata.STUDY;
import static dev.dicomwebdump.crawl.Metadata.all;
import static dev.dicomwebdump.crawl.Metadata.document;
import static dev.dicomwebdump.crawl.Metadata.entry;
import static dev.dicomwebdump.crawl.Metadata.image;
import static dev.dicomwebdump.crawl.Metadata.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.dicomjson.DicomJsonException;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class StudyCursorTest {

  @Test
  void namesEachInstanceOfEachSeriesOnceInTheOrderOfTheDocument() throws IOException {
    InputStream metadata =
        document(
            entry("1.1", "2.2", "3.1", IMAGE),
            entry("1.1", "2.1", "3.1"),
            entry("1.1", "2.2", "3.1"),
            entry(null, "2.2", "3.2"));
    assertThat(all(new StudyCursor(metadata, STUDY)))
        .containsExactly(
            instance("2.2", "3.1", 1), instance("2.1", "3.1", 0), instance("2.2", "3.2", 0));
  }

  @Test
  void whatCannotBeAskedForIsTold() throws IOException {
    InputStream metadata =
        document(
            entry("1.9", "2.1", "3.1"), entry("1.1", null, "3.2"), entry("1.1", "2.1", "../x"));
    assertThat(all(new StudyCursor(metadata, STUDY)))
        .containsExactly(
            new Foreign(1),
            new Unusable(2, "entry 2 has no Series Instance UID (0020,000E)"),
            new Unusable(3, "entry 3 has a SOP Instance UID (0008,0018) that cannot be a name"));
  }

  @Test
  void aCutDocumentIsAnErrorAfterWhatItNames() throws IOException {
    try (StudyCursor cursor =
        new StudyCursor(stream("[" + entry("1.1", "2.1", "3.1") + ","), STUDY)) {
      assertThat(cursor.next()).isEqualTo(instance("2.1", "3.1", 0));
      assertThatThrownBy(cursor::next).isInstanceOf(DicomJsonException.class);
    }
  }

  private static InstanceName instance(String series, String instance, int frames) {
    return new InstanceName(new Uid(series), new Uid(instance), image(frames), BulkNames.NONE);
  }
}
