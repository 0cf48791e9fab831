package dev.dicomwebdump.report;

import static dev.dicomwebdump.report.Exchanges.exchange;
import static dev.dicomwebdump.report.Exchanges.timings;
import static dev.dicomwebdump.report.WrittenDump.STUDY;
import static dev.dicomwebdump.report.WrittenDump.frame;
import static dev.dicomwebdump.report.WrittenDump.pathOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a dump is in no figure of its report, and is told. */
class UnreadInReportTest {

  private static final Exchange GOOD = exchange(0, 200, timings(10, 5), 100);
  private static final Resource METADATA = Resource.studyMetadata(STUDY);

  @TempDir Path temp;
  private WrittenDump dump = new WrittenDump(Path.of("set before each"));

  @BeforeEach
  void makeDump() throws IOException {
    dump = new WrittenDump(temp.resolve("dump"));
    Files.createDirectories(dump.folder().resolve("_dump"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                | is no record: it is not a JSON object",
        "'{'               | is no record: it is not JSON",
        "'{}'              | is no record: _dicomweb is missing",
        "'{\"a\":1}{}'     | is no record: it goes on after the end of the JSON",
      })
  void aDamagedRecordIsCountedAndNamed(String content, String message) throws Exception {
    dump.record(frame(1), GOOD);
    dump.write(pathOf(frame(2)), content.getBytes(UTF_8));
    ReportFigures figures = dump.figures();

    assertThat(figures.records().read()).isEqualTo(1);
    assertThat(figures.records().unread().count()).isEqualTo(1);
    assertThat(figures.records().unread().named().get(0))
        .returns(pathOf(frame(2)), Unread.Entry::path)
        .extracting(Unread.Entry::why)
        .asString()
        .startsWith(message);
    assertThat(figures.traffic().requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23T04:05:06.000Z | 9999-11-23T04:05:06.000Z",
        "2026-11-23T04:05:06.000Z | 1926-11-23T04:05:06.000Z",
        "2026-11-23T04:05:06.000Z | yesterday",
        "\"wait\": 10.000         | \"wait\": 1e12",
        "\"wait\": 10.000         | \"wait\": 1e300",
        "\"bodySize\": 100        | \"bodySize\": 9223372036854775807",
      })
  void aRecordThatTellsWhatCannotBeIsDamaged(String right, String wrong) throws Exception {
    dump.record(frame(1), GOOD);
    Path record = dump.folder().resolve(pathOf(frame(1)));
    String text = Files.readString(record);
    assertThat(text).contains(right);
    Files.writeString(record, text.replace(right, wrong));

    assertThat(dump.figures().records().unread()).returns(1L, Unread::count);
    assertThat(dump.figures().traffic().requests()).isZero();
  }

  @Test
  void ofVeryManyDamagedRecordsSomeAreNamed() throws Exception {
    for (int i = 1; i <= 50; i++) {
      dump.write(pathOf(frame(i)), new byte[0]);
    }

    assertThat(dump.figures().records().unread().count()).isEqualTo(50);
    assertThat(dump.figures().records().unread().named()).hasSize(Unread.MOST_NAMED);
  }

  @Test
  void aDamagedSummaryIsCountedOnce() throws Exception {
    dump.record(METADATA, GOOD);
    dump.write("1.2/_dump/summary.json", new byte[0]);
    Unread ofDump = dump.figures().records().unread();
    Unread ofStudy = new WrittenDump(dump.folder().resolve("1.2")).figures().records().unread();

    assertThat(List.of(ofDump.count(), ofStudy.count())).containsOnly(1L);
    assertThat(ofDump.named().get(0).path()).isEqualTo("1.2/_dump/summary.json");
    assertThat(ofStudy.named().get(0).why()).startsWith("is no summary: ");
  }

  @Test
  void linksAreNotFollowedAndTold() throws Exception {
    dump.record(METADATA, GOOD);
    WrittenDump elsewhere = new WrittenDump(temp.resolve("elsewhere"));
    elsewhere.record(frame(1), GOOD);
    Files.createSymbolicLink(
        dump.folder().resolve("1.2/series"), elsewhere.folder().resolve("1.2/series"));
    Files.createSymbolicLink(
        dump.folder().resolve("1.2/metadata.1.dump.json"),
        elsewhere.folder().resolve(pathOf(frame(1))));
    Files.createSymbolicLink(dump.folder().resolve("1.9"), elsewhere.folder().resolve("1.2"));

    ReportFigures figures = dump.figures();

    assertThat(figures.records().read()).isEqualTo(1);
    assertThat(figures.dump().studies()).isEqualTo(1);
    assertThat(figures.records().unread().named())
        .extracting(Unread.Entry::path)
        .containsExactly("1.2/metadata.1.dump.json", "1.2/series", "1.9");
  }

  @Test
  void aStudyThatCannotBeLookedIntoIsToldAlone() throws Exception {
    Path shut = Files.createDirectories(dump.folder().resolve("1.2"));
    Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(shut), "root may read anywhere");
      Files.delete(dump.folder().resolve("_dump"));

      ReportFigures figures = dump.figures();

      assertThat(figures.records().unread().named())
          .extracting(Unread.Entry::path)
          .containsExactly("1.2");
      assertThat(figures.dump().studies()).isZero();
    } finally {
      Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void otherFilesAreNoRecords() throws Exception {
    dump.record(METADATA, GOOD);
    dump.write("1.2/metadata", new byte[9]);
    dump.write("1.2/metadata.dump.json.tmp", new byte[9]);
    dump.write("my notes/metadata.dump.json", new byte[9]);

    assertThat(dump.figures().records()).isEqualTo(new RecordFigures(1, Unread.NOTHING));
  }
}
