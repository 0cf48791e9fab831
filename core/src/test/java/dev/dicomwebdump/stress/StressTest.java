package dev.dicomwebdump.stress;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.FetchSettings;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.transport.TransportSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are bounded by a number of requests, against a fake server with the small study. */
@Timeout(60)
class StressTest {

  private static final SyntheticStudy SMALL = SyntheticStudies.small();
  private static final Uid STUDY = new Uid(SMALL.uid());

  /** Metadata of study, series and instances, and frames. */
  private static final int PLAIN = 1 + 3 + 8 + 12;

  @TempDir private Path temp;
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(SMALL);
  private final List<String> warnings = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aStudyIsAskedForRoundAndRoundAndVerified() throws Exception {
    StressResult result = run(4, Mix.NONE, Pattern.LIST, 2 * PLAIN);

    assertThat(result.ending()).isEqualTo(RunEnding.REQUESTS);
    assertThat(result.listed()).isEqualTo(PLAIN);
    assertThat(result.whole().requests()).isEqualTo(2 * PLAIN);
    assertThat(result.whole().verified()).isEqualTo(2 * PLAIN);
    assertThat(result.whole().statuses()).isEqualTo(Map.of(200, 2L * PLAIN));
    KindFigures frames = result.of(KindName.parse("frames"));
    assertThat(frames.requests()).isEqualTo(24);
    assertThat(frames.whole().count()).isEqualTo(24);
    assertThat(result.seconds().stream().mapToLong(Second::requests).sum()).isEqualTo(2 * PLAIN);
    assertThat(server.greatestInFlight()).isLessThanOrEqualTo(4);
    assertThat(warnings).isEmpty();
  }

  @Test
  void anOpenLoopMakesTheSameRequests() throws Exception {
    Load load = new Load(8, new Rate(5000, 5000), true, Duration.ZERO, LONG, PLAIN);
    StressResult result = run(settings(load, Mix.NONE, Pattern.LIST, null));

    assertThat(result.whole().verified()).isEqualTo(PLAIN);
  }

  @Test
  void whatIsNotWhatWasAskedForIsAFailureAndIsNotAskedForAgain() throws Exception {
    Stress stress = stress(settings(closed(1, 24), Mix.parse("frames=1"), Pattern.LIST, null));
    server.when(frames()).after(1).times(3).reply(Faults.cutAfter(100));
    server.when(frames()).after(1).times(2).reply(Replies.status(503));
    server.when(frames()).after(1).times(1).reply(Replies.loginPage());
    KindFigures frames = stress.run().whole();

    assertThat(frames.requests()).isEqualTo(24);
    assertThat(frames.failed()).isEqualTo(6);
    assertThat(frames.problems())
        .isEqualTo(
            Map.of(
                Problem.Kind.TRUNCATED,
                3L,
                Problem.Kind.STATUS,
                2L,
                Problem.Kind.CONTENT_TYPE,
                1L));
    assertThat(frames.statuses()).isEqualTo(Map.of(200, 22L, 503, 2L));
    assertThat(frames.example()).extracting(Problem::kind).isEqualTo(Problem.Kind.TRUNCATED);
    assertThat(server.requests(frames())).hasSize(25); // One of them found out the Accept header.
  }

  @Test
  void acceptHeadersAreFoundOutBefore() throws Exception {
    server.acceptOnly(frames(), accept -> !accept.contains("transfer-syntax"), 406);
    StressResult result = run(1, Mix.parse("frames=1"), Pattern.LIST, 12);

    assertThat(result.whole().verified()).isEqualTo(12);
    assertThat(server.requests(frames())).hasSize(2 + 12);
  }

  @Test
  void seriesAreSearchedForWhereStudyMetadataIsNotHad() throws Exception {
    server.when(pathEndsWith(SMALL.uid() + "/metadata")).reply(Replies.status(404));
    StressResult result = run(1, Mix.parse("frames=1"), Pattern.LIST, 12);

    assertThat(result.listed()).isEqualTo(12);
    assertThat(result.whole().verified()).isEqualTo(12);
  }

  @Test
  void aViewerSearchesThenReadsMetadataAndFrames() throws Exception {
    StressResult result = run(1, Mix.NONE, Pattern.VIEWER, 1 + 1 + 3 + 12);
    List<String> asked =
        server.requests().stream().skip(server.requests().size() - 17).map(this::shape).toList();

    assertThat(result.whole().verified()).isEqualTo(17);
    assertThat(asked.subList(0, 5))
        .containsExactly("studies", "series", "metadata", "metadata", "metadata");
    assertThat(asked.subList(5, 17)).containsOnly("frames");
  }

  @Test
  void theRequestsOfACaptureAreMadeAgainAtAnotherRoot() throws Exception {
    Path folder = capture();
    server.clearRequests();
    try (FakeDicomWebServer other =
        FakeDicomWebServer.builder().study(SMALL).prefix("/elsewhere").start()) {
      StressResult result = run(settings(other.rootUrl(), folder, closed(2, PLAIN + 1), Mix.NONE));

      assertThat(result.listed()).isEqualTo(PLAIN + 1);
      assertThat(result.whole().verified()).isEqualTo(PLAIN + 1);
      assertThat(server.requests()).isEmpty();
      assertThat(other.requests(frames())).allMatch(got -> got.accept().contains("octet-stream"));
    }
    assertThat(RecordedRoot.of(folder)).hasToString(server.rootUrl().replaceFirst("/$", ""));
  }

  @Test
  void framesOfACaptureAreHeldToTheSizeThatItsMetadataTells() throws Exception {
    Path folder = capture();
    String explicit = "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1";
    server.when(frames()).reply(Replies.status(200, explicit, "short"));
    StressResult result =
        run(settings(server.rootUrl(), folder, closed(1, 12), Mix.parse("frames=1")));

    assertThat(result.whole().failed()).isEqualTo(12);
  }

  @Test
  void theLogIsReadByTheToolsOfHdrHistogram() throws Exception {
    Path log = temp.resolve("log.hlog");
    StressResult result = run(settings(closed(1, PLAIN), Mix.NONE, Pattern.LIST, log));
    long logged = 0;
    List<String> tags = new ArrayList<>();
    try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
      for (EncodableHistogram next = reader.nextIntervalHistogram();
          next != null;
          next = reader.nextIntervalHistogram()) {
        logged += ((Histogram) next).getTotalCount();
        tags.add(next.getTag());
      }
    }

    assertThat(logged).isEqualTo(result.whole().requests());
    assertThat(tags).contains("frame", "study-metadata", "series-metadata", "instance-metadata");
  }

  @Test
  void nothingToAskForIsTold() {
    assertThatThrownBy(() -> run(1, Mix.parse("bulkdata=1"), Pattern.LIST, 1))
        .isInstanceOf(CannotStressException.class)
        .hasMessage("there is nothing to ask for");
  }

  @Test
  void aMixOfWhatIsNotThereIsTold() {
    assertThatThrownBy(() -> run(1, Mix.parse("frames=1,bulkdata=1"), Pattern.LIST, 1))
        .isInstanceOf(CannotStressException.class)
        .hasMessage("there are no bulkdata to ask for");
  }

  @Test
  void aServerThatRefusesCredentialsIsNotPutUnderLoad() {
    server.when(any()).reply(Replies.status(401));

    assertThatThrownBy(() -> run(1, Mix.NONE, Pattern.LIST, 1))
        .isInstanceOfSatisfying(
            CannotStressException.class, e -> assertThat(e.isRefusal()).isTrue());
  }

  @Test
  void aServerThatIsNotThereIsNotAskedAgainAndAgain() throws Exception {
    Path folder = capture();
    server.close();

    assertThatThrownBy(() -> run(settings(server.rootUrl(), folder, closed(1, 100), Mix.NONE)))
        .isInstanceOf(CannotStressException.class)
        .hasMessageContaining("does not answer");
  }

  @Test
  void aRunThatIsWoundDownTellsWhatItHas() throws Exception {
    Stress[] running = new Stress[1];
    EventListener afterTheFirst = event -> running[0].windDown();
    running[0] =
        new Stress(settings(closed(1, 1000), Mix.NONE, Pattern.LIST, null), afterTheFirst, w -> {});
    StressResult result = running[0].run();

    assertThat(result.ending()).isEqualTo(RunEnding.INTERRUPTED);
    assertThat(result.whole().requests()).isEqualTo(1);
  }

  private static final Duration LONG = Duration.ofMinutes(1);

  private StressResult run(int concurrency, Mix mix, Pattern pattern, long requests)
      throws InterruptedException {
    return run(settings(closed(concurrency, requests), mix, pattern, null));
  }

  private StressResult run(StressSettings settings) throws InterruptedException {
    return stress(settings).run();
  }

  private Stress stress(StressSettings settings) {
    return new Stress(settings, EventListener.NONE, warnings::add);
  }

  private static Load closed(int concurrency, long requests) {
    return new Load(concurrency, null, false, Duration.ZERO, LONG, requests);
  }

  private StressSettings settings(Load load, Mix mix, Pattern pattern, @Nullable Path log) {
    return new StressSettings(
        DicomWebRoot.parse(server.rootUrl()),
        List.of(STUDY),
        null,
        load,
        mix,
        pattern,
        1,
        FETCH,
        TransportSettings.DEFAULTS,
        log,
        "test");
  }

  private static StressSettings settings(String root, Path capture, Load load, Mix mix) {
    return new StressSettings(
        DicomWebRoot.parse(root),
        List.of(),
        capture,
        load,
        mix,
        Pattern.LIST,
        1,
        FETCH,
        TransportSettings.DEFAULTS,
        null,
        "test");
  }

  private static final FetchSettings FETCH = fetch();

  private static FetchSettings fetch() {
    FetchSettings usual = FetchSettings.DEFAULTS;
    return new FetchSettings(
        0,
        Duration.ZERO,
        Duration.ZERO,
        8,
        usual.politeness(),
        usual.accept(),
        usual.acceptEncoding(),
        usual.userAgent(),
        usual.extraHeaders(),
        usual.credentials());
  }

  private Path capture() {
    Path folder = temp.resolve("dump");
    new DicomwebDump(
            new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), folder)
                .studies(List.of(STUDY))
                .permissions(Permissions.UMASK)
                .build(),
            EventListener.NONE,
            warning -> {})
        .run();
    assertThat(Files.exists(folder)).isTrue();
    return folder;
  }

  private String shape(ReceivedRequest request) {
    return request.path().contains("/frames/") ? "frames" : request.path().replaceFirst(".*/", "");
  }
}
