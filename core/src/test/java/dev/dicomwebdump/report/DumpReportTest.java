package dev.dicomwebdump.report;

import static dev.dicomwebdump.report.Exchanges.START;
import static dev.dicomwebdump.report.Exchanges.exchange;
import static dev.dicomwebdump.report.Exchanges.timings;
import static dev.dicomwebdump.report.WrittenDump.OTHER_STUDY;
import static dev.dicomwebdump.report.WrittenDump.STUDY;
import static dev.dicomwebdump.report.WrittenDump.frame;
import static dev.dicomwebdump.report.WrittenDump.pathOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of records that were written by hand. */
class DumpReportTest {

  private static final Exchange GOOD = exchange(0, 200, timings(10, 5), 100);
  private static final Resource METADATA = Resource.studyMetadata(STUDY);

  @TempDir Path temp;
  private WrittenDump dump = new WrittenDump(Path.of("set before each"));

  @BeforeEach
  void makeDump() throws IOException {
    dump = new WrittenDump(temp.resolve("dump"));
    Files.createDirectories(dump.folder().resolve("_dump"));
  }

  private static @Nullable Percentiles times(
      ReportFigures figures, @Nullable ResourceKind kind, Phase phase) {
    return figures.latencies().stream()
        .filter(latency -> latency.kind() == kind && latency.phase() == phase)
        .map(LatencyFigures::times)
        .findFirst()
        .orElse(null);
  }

  @Test
  void aDumpWithoutRecordsHasNoFigures() throws Exception {
    ReportFigures figures = dump.figures();

    assertThat(figures.dump())
        .isEqualTo(new DumpFigures(null, List.of(), 0, 0, 0, 0, 0, 0, List.of()));
    assertThat(figures.records()).isEqualTo(new RecordFigures(0, Unread.NOTHING));
    assertThat(figures.traffic())
        .isEqualTo(new TrafficFigures(0, 0, 0, 0, 0, 0, null, null, Duration.ZERO));
    assertThat(figures.traffic().requestsPerSecond()).isZero();
    assertThat(figures.latencies()).isEmpty();
    assertThat(figures.exchanges().isWhole()).isTrue();
  }

  @Test
  void whereThereIsNoDumpThatIsSaid() {
    assertThatThrownBy(() -> new WrittenDump(temp).figures())
        .isInstanceOf(NoDumpException.class)
        .hasMessage("there is no study in " + temp);
    assertThatThrownBy(() -> new WrittenDump(temp.resolve("absent")).figures())
        .isInstanceOf(IOException.class);
  }

  @Test
  void everyExchangeOfARecordCounts() throws Exception {
    dump.record(
        frame(1),
        exchange(60, 200, timings(10, 5), 100)
            .after(exchange(40, 0, timings(10, 0), 0))
            .after(exchange(20, 302, timings(10, 0), 7))
            .after(exchange(0, 503, timings(10, 0), 30)));
    dump.record(frame(2), exchange(80, 404, timings(20, 0), 3));
    ReportFigures figures = dump.figures();

    assertThat(figures.records().read()).isEqualTo(2);
    assertThat(figures.traffic())
        .isEqualTo(
            new TrafficFigures(
                5, 140, 3, 2, 1, 0, START, START.plusMillis(100), Duration.ofMillis(65)));
    assertThat(figures.traffic().requestsPerSecond()).isEqualTo(5 / 0.065);
    assertThat(figures.kinds())
        .containsExactly(
            new KindFigures(
                ResourceKind.FRAME, 1, 0, 1, 0, 5, 140, new SizeFigures(1, 100, 100, 100)));
    assertThat(figures.statuses())
        .extracting(StatusFigures::status, status -> status.times().count(), StatusFigures::bytes)
        .containsExactly(
            tuple(0, 1L, 0L),
            tuple(200, 1L, 100L),
            tuple(302, 1L, 7L),
            tuple(404, 1L, 3L),
            tuple(503, 1L, 30L));
    assertThat(figures.connections())
        .containsExactly(
            new ConnectionFigures("HTTP/1.1", "192.0.2.1", 4, 0),
            new ConnectionFigures("", "", 1, 0));
    assertThat(figures.errors())
        .extracting(ErrorFigures::problem, ErrorFigures::exchanges, ErrorFigures::resources)
        .containsExactlyInAnyOrder(
            tuple(Problem.Kind.STATUS, 1L, 0L),
            tuple(Problem.Kind.STATUS, 1L, 1L),
            tuple(Problem.Kind.CONNECT, 1L, 0L));
    assertThat(figures.exchanges().shown())
        .extracting(ExchangeFigures::attempt, ExchangeFigures::record)
        .containsExactly(
            tuple(1, pathOf(frame(1))),
            tuple(2, pathOf(frame(1))),
            tuple(3, pathOf(frame(1))),
            tuple(4, pathOf(frame(1))),
            tuple(1, pathOf(frame(2))));
  }

  @Test
  void aPhaseThatIsNotKnownIsNotCounted() throws Exception {
    Timings connecting =
        new Timings(
            null,
            null,
            Duration.ofMillis(30),
            Duration.ofMillis(20),
            null,
            Duration.ofMillis(1),
            null);
    dump.record(METADATA, exchange(0, 200, connecting, 1));
    dump.record(frame(1), exchange(0, 200, timings(2, 4), 1));
    dump.record(frame(2), exchange(0, 0, timings(1000, 1000), 0));
    ReportFigures figures = dump.figures();

    assertThat(figures.latencies())
        .extracting(LatencyFigures::kind, LatencyFigures::phase, all -> all.times().count())
        .containsExactly(
            tuple(null, Phase.CONNECT, 1L),
            tuple(null, Phase.TLS, 1L),
            tuple(null, Phase.WAIT, 2L),
            tuple(null, Phase.RECEIVE, 1L),
            tuple(null, Phase.WHOLE, 2L),
            tuple(ResourceKind.STUDY_METADATA, Phase.CONNECT, 1L),
            tuple(ResourceKind.STUDY_METADATA, Phase.TLS, 1L),
            tuple(ResourceKind.STUDY_METADATA, Phase.WAIT, 1L),
            tuple(ResourceKind.STUDY_METADATA, Phase.WHOLE, 1L),
            tuple(ResourceKind.FRAME, Phase.WAIT, 1L),
            tuple(ResourceKind.FRAME, Phase.RECEIVE, 1L),
            tuple(ResourceKind.FRAME, Phase.WHOLE, 1L));
    assertThat(figures.connections()).extracting(ConnectionFigures::opened).contains(1L);
    assertThat(Objects.requireNonNull(times(figures, ResourceKind.STUDY_METADATA, Phase.WHOLE)))
        .returns(Duration.ofMillis(31), Percentiles::max);
  }

  @Test
  void percentilesAreOfAllRecordsOfAKind() throws Exception {
    for (int i = 1; i <= 200; i++) {
      dump.record(frame(i), exchange(i, 200, timings(0, 0), i));
      dump.record(
          Resource.frame(OTHER_STUDY, STUDY, STUDY, i),
          exchange(
              i,
              200,
              new Timings(null, null, null, null, null, Duration.ofNanos(i * 10_000L), null),
              i));
    }
    ReportFigures figures = dump.figures();

    assertThat(times(figures, ResourceKind.FRAME, Phase.WAIT))
        .isEqualTo(
            new Percentiles(
                400,
                Duration.ZERO,
                Duration.ofNanos(1_600_000),
                Duration.ofNanos(1_960_000),
                Duration.ofNanos(2_000_000),
                Duration.ofNanos(2_000_000),
                Duration.ofNanos(502_000)));
    assertThat(times(figures, null, Phase.WAIT))
        .isEqualTo(times(figures, ResourceKind.FRAME, Phase.WAIT));
  }

  @Test
  void theFolderOfAStudyMayHaveAnyName() throws Exception {
    dump.record(METADATA, GOOD);
    dump.summary(STUDY, DumpVerdict.COMPLETE);
    Path moved = Files.move(dump.folder().resolve("1.2"), temp.resolve("kept aside"));
    ReportFigures figures = new WrittenDump(moved).figures();

    assertThat(figures.dump().listed())
        .containsExactly(new StudyFigures(STUDY, DumpVerdict.COMPLETE, false, 1, 1, 100));
    assertThat(figures.slowest().get(0).record()).isEqualTo("metadata.dump.json");
    assertThat(figures.folder()).isEqualTo(moved.toString());
  }

  @Test
  void searchesForStudiesAreAmongTheRequests() throws Exception {
    Resource search = Resource.studiesSearch(new SearchPage(1, "limit=1"));
    dump.record(search, GOOD);
    ReportFigures figures = dump.figures();

    assertThat(figures.kinds())
        .extracting(KindFigures::kind)
        .containsExactly(ResourceKind.STUDIES_SEARCH);
    assertThat(figures.slowest().get(0).record()).isEqualTo("_dump/qido/studies.1.dump.json");
    assertThat(figures.dump().studies()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETE,   COMPLETE, COMPLETE,   COMPLETE",
    "INCOMPLETE, COMPLETE, COMPLETE,   INCOMPLETE",
    "COMPLETE,   FAILED,   COMPLETE,   INCOMPLETE",
    "COMPLETE,   COMPLETE, INCOMPLETE, INCOMPLETE",
    "FAILED,     FAILED,   FAILED,     FAILED",
    "COMPLETE,   ,         COMPLETE,   INCOMPLETE",
    "COMPLETE,   COMPLETE, ,           COMPLETE",
    ",           ,         ,           ",
  })
  void theVerdictIsThatOfAllSummaries(
      @Nullable DumpVerdict one,
      @Nullable DumpVerdict other,
      @Nullable DumpVerdict lastRun,
      @Nullable DumpVerdict expected)
      throws Exception {
    dump.record(METADATA, GOOD);
    dump.record(Resource.studyMetadata(OTHER_STUDY), GOOD);
    if (one != null) {
      dump.summary(STUDY, one);
    }
    if (other != null) {
      dump.summary(OTHER_STUDY, other);
    }
    if (lastRun != null) {
      dump.summary(lastRun);
    }

    assertThat(dump.figures().dump().verdict()).isEqualTo(expected);
    assertThat(dump.figures().dump().studies()).isEqualTo(2);
  }

  @Test
  void whatSummariesTellIsSummedUp() throws Exception {
    dump.record(METADATA, GOOD);
    dump.record(Resource.studyMetadata(OTHER_STUDY), GOOD);
    dump.summary(STUDY, DumpVerdict.COMPLETE);
    dump.summary(OTHER_STUDY, DumpVerdict.INCOMPLETE);

    assertThat(dump.figures().dump())
        .isEqualTo(
            new DumpFigures(
                DumpVerdict.INCOMPLETE,
                List.of("http://pacs.example/dicom-web"),
                2,
                0,
                4,
                6,
                80,
                10,
                List.of(
                    new StudyFigures(OTHER_STUDY, DumpVerdict.INCOMPLETE, false, 1, 1, 100),
                    new StudyFigures(STUDY, DumpVerdict.COMPLETE, false, 1, 1, 100))));
  }

  @Test
  void aStudyOnWhichARunGoesOnIsTold() throws Exception {
    dump.record(METADATA, GOOD);
    dump.write("1.2/_dump/SHA256SUMS.tmp", new byte[0]);

    assertThat(dump.figures().dump())
        .returns(1L, DumpFigures::unfinished)
        .returns(null, DumpFigures::verdict);
  }
}
