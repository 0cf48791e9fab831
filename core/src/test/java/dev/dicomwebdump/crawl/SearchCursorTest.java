package dev.dicomwebdump.crawl;

import static dev.dicomwebdump.crawl.Metadata.STUDY;
import static dev.dicomwebdump.crawl.Metadata.all;
import static dev.dicomwebdump.crawl.Metadata.document;
import static dev.dicomwebdump.crawl.Metadata.entry;
import static dev.dicomwebdump.crawl.Metadata.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.dicomjson.DicomJsonException;
import dev.dicomwebdump.resource.FrameSize;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchCursorTest {

  private static final Uid SERIES = new Uid("2.1");
  private static final String ROWS = "\"00280010\":{\"Value\":[2]},\"00280011\":{\"Value\":[3]}";

  private final Set<Uid> seen = new HashSet<>();

  @Test
  void studiesAreToldWithWhatTheServerSaysOfThem() throws IOException {
    String told =
        "\"00080020\":{\"Value\":[\"20240229\"]},\"00080061\":{\"Value\":[\"CT\",\"SR\"]},"
            + "\"00201206\":{\"Value\":[2]},\"00201208\":{\"Value\":[\"15\"]}";
    String odd = "\"00080020\":{\"Value\":[\"?\"]},\"00201208\":{\"Value\":[-7]}";
    StudySearchCursor cursor =
        new StudySearchCursor(
            document(entry("1.1", null, null, told), entry("1.2", null, null, odd)), seen);

    assertThat(all(cursor))
        .containsExactly(
            new SearchedStudy(
                new Uid("1.1"), 2, 15, LocalDate.of(2024, 2, 29), List.of("CT", "SR")),
            new SearchedStudy(new Uid("1.2"), -1, -1, null, List.of()));
  }

  @Test
  void aStudyIsNamedOnceAcrossPages() throws IOException {
    String first = entry("1.1", null, null);
    String second = entry("1.2", null, null);
    StudySearchCursor one = new StudySearchCursor(document(first, first), seen);
    StudySearchCursor two = new StudySearchCursor(document(first, "{}", second), seen);

    assertThat(all(one)).hasSize(1);
    assertThat(all(two))
        .containsExactly(
            new Unusable(2, "entry 2 has no Study Instance UID (0020,000D)"),
            new SearchedStudy(new Uid("1.2"), -1, -1, null, List.of()));
    assertThat(List.of(one.entries(), one.fresh(), two.entries(), two.fresh()))
        .containsExactly(2L, 1L, 3L, 1L);
  }

  @Test
  void seriesOfAnotherStudyAreForeign() throws IOException {
    String told = "\"00080060\":{\"Value\":[\"MR\"]},\"00201209\":{\"Value\":[4]}";
    SeriesSearchCursor cursor =
        new SeriesSearchCursor(
            document(
                entry("9.9", "2.9", null),
                entry("1.1", "2.1", null, told),
                entry(null, "2.2", null),
                entry("1.1", "../x", null)),
            STUDY,
            seen);

    assertThat(all(cursor))
        .containsExactly(
            new Foreign(1),
            new SearchedSeries(SERIES, "MR", 4),
            new SearchedSeries(new Uid("2.2"), null, -1),
            new Unusable(4, "entry 4 has a Series Instance UID (0020,000E) that cannot be a name"));
  }

  @Test
  void instancesOfASeriesNeedNotNameIt() throws IOException {
    String size =
        ROWS
            + ",\"00280008\":{\"Value\":[5]},\"00280002\":{\"Value\":[1]},"
            + "\"00280100\":{\"Value\":[16]}";
    InstanceSearchCursor cursor =
        new InstanceSearchCursor(
            document(
                entry(null, null, "3.1", size),
                entry("1.1", "2.1", "3.2", ROWS),
                entry("1.1", "2.9", "3.3"),
                entry("9.9", "2.1", "3.4"),
                entry("1.1", "2.1", null),
                entry("1.1", "2.1", "3.5")),
            STUDY,
            SERIES,
            seen);

    FrameSize frame = FrameSize.of(2, 3, 1, 16, false);
    assertThat(all(cursor))
        .containsExactly(
            instance("2.1", "3.1", new Pixels(5, frame, false)),
            instance("2.1", "3.2", new Pixels(1, null, false)),
            new Foreign(3),
            new Foreign(4),
            new Unusable(5, "entry 5 has no SOP Instance UID (0008,0018)"),
            instance("2.1", "3.5", Pixels.NONE));
  }

  @Test
  void instancesOfAStudyMustNameTheirSeries() throws IOException {
    InstanceSearchCursor cursor =
        new InstanceSearchCursor(
            document(
                entry("1.1", "2.1", "3.1"), entry(null, "2.2", "3.2"), entry("1.1", null, "3")),
            STUDY,
            null,
            seen);

    assertThat(all(cursor))
        .containsExactly(
            instance("2.1", "3.1", Pixels.NONE),
            instance("2.2", "3.2", Pixels.NONE),
            new Unusable(3, "entry 3 has no Series Instance UID (0020,000E)"));
  }

  @Test
  void aPageThatBreaksOffTellsWhatItNamed() throws IOException {
    try (StudySearchCursor cursor =
        new StudySearchCursor(stream("[" + entry("1.1", null, null) + ","), seen)) {
      assertThat(cursor.next()).isNotNull();
      assertThatThrownBy(cursor::next).isInstanceOf(DicomJsonException.class);
    }
  }

  private static InstanceName instance(String series, String instance, Pixels pixels) {
    return new InstanceName(new Uid(series), new Uid(instance), pixels, BulkNames.NONE);
  }
}
