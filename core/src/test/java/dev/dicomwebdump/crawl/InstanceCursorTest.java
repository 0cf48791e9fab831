package dev.dicomwebdump.crawl;

import static dev.dicomwebdump.crawl.Metadata.IMAGE;
import static dev.dicomwebdump.crawl.Metadata.STUDY;
import static dev.dicomwebdump.crawl.Metadata.all;
import static dev.dicomwebdump.crawl.Metadata.document;
import static dev.dicomwebdump.crawl.Metadata.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.dicomjson.GeneratedStream;
import dev.dicomwebdump.resource.Uid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InstanceCursorTest {

  private static final Uid SERIES = new Uid("2.1");

  @Test
  void namesEachInstanceOnceWithItsFrames() throws IOException {
    InputStream metadata =
        document(
            entry("1.1", "2.1", "3.2", IMAGE, "\"00280008\":{\"Value\":[\"7\"]}"),
            entry("1.1", "2.1", "3.1"),
            entry("1.1", "2.1", "3.2"),
            entry("1.1", "2.1", "3.3", IMAGE));
    assertThat(all(InstanceCursor.overSeries(metadata, STUDY, SERIES)))
        .containsExactly(instance("3.2", 7), instance("3.1", 0), instance("3.3", 1));
  }

  @Test
  void inSeriesMetadataAnEntryWithoutASeriesIsOfThatSeries() throws IOException {
    InputStream metadata = document(entry(null, null, "3.1"));
    assertThat(all(InstanceCursor.overSeries(metadata, STUDY, SERIES)))
        .containsExactly(instance("3.1", 0));
  }

  @Test
  void inSeriesMetadataAnEntryOfAnotherSeriesOrStudyIsForeign() throws IOException {
    InputStream metadata =
        document(
            entry("1.1", "2.9", "3.1"),
            entry("1.9", "2.1", "3.2"),
            entry("1.1", "../x", "3.3"),
            entry("1.1", "2.1", "3.4"));
    assertThat(all(InstanceCursor.overSeries(metadata, STUDY, SERIES)))
        .containsExactly(new Foreign(1), new Foreign(2), new Foreign(3), instance("3.4", 0));
  }

  @Test
  void anEntryWithoutAUsableInstanceIsUnusable() throws IOException {
    InputStream metadata =
        document(
            entry("1.1", "2.1", null),
            entry("1.1", "2.1", "../x"),
            entry("1.1", "2.1", ""),
            entry("1.1", "2.1", "3.4"));
    assertThat(all(InstanceCursor.overSeries(metadata, STUDY, SERIES)))
        .containsExactly(
            new Unusable(1, "entry 1 has no SOP Instance UID (0008,0018)"),
            new Unusable(2, "entry 2 has a SOP Instance UID (0008,0018) that cannot be a name"),
            new Unusable(3, "entry 3 has no SOP Instance UID (0008,0018)"),
            instance("3.4", 0));
  }

  @Test
  void inStudyMetadataOnlyEntriesOfTheSeriesCount() throws IOException {
    InputStream metadata =
        document(
            entry("1.1", "2.9", "3.1"),
            entry("1.1", null, "3.2"),
            entry("1.9", "2.1", "3.3"),
            entry(null, "2.1", "3.4", IMAGE),
            entry("1.1", "2.1", null),
            entry("1.1", "2.1", "3.4"));
    assertThat(all(InstanceCursor.overStudy(metadata, STUDY, SERIES)))
        .containsExactly(
            instance("3.4", 1), new Unusable(5, "entry 5 has no SOP Instance UID (0008,0018)"));
  }

  @Test
  void readsALongDocument() throws IOException {
    InputStream metadata = GeneratedStream.array(100_000, i -> entry("1.1", "2.1", "3." + i));
    assertThat(all(InstanceCursor.overSeries(metadata, STUDY, SERIES))).hasSize(100_000);
  }

  @Test
  void closesTheStream() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    InputStream metadata =
        new ByteArrayInputStream(new byte[0]) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    InstanceCursor.overSeries(metadata, STUDY, SERIES).close();
    assertThat(closed).isTrue();
  }

  private static InstanceName instance(String uid, int frames) {
    return new InstanceName(SERIES, new Uid(uid), Metadata.image(frames), BulkNames.NONE);
  }
}
