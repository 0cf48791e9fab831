package dev.dicomwebdump.report;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.archive.RunState;
import dev.dicomwebdump.archive.Schemas;
import dev.dicomwebdump.dump.Content;
import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.dump.DumpResult;
import dev.dicomwebdump.dump.Selection;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records of a run tell what its summary does. */
@Timeout(60)
class ReportOfRunTest {

  private static final SyntheticStudy STUDY = SyntheticStudies.small();

  @TempDir Path folder;

  static Stream<Consumer<FakeDicomWebServer>> servers() {
    return Stream.of(
        server -> {},
        server -> server.when(frames()).times(3).reply(Faults.disconnect()),
        server -> server.when(frames()).after(2).times(2).reply(Faults.cutAfter(100)),
        server -> server.acceptOnly(frames(), accept -> !accept.contains("transfer-syntax"), 406),
        server -> server.when(pathEndsWith("/frames/1")).reply(Replies.status(404)));
  }

  private DumpResult dump(FakeDicomWebServer server) throws InterruptedException {
    return new DicomwebDump(
            new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), folder)
                .studies(List.of(new Uid(STUDY.uid())))
                .selection(Selection.PLAIN.with(Content.INSTANCES))
                .permissions(Permissions.UMASK)
                .concurrency(4)
                .build(),
            event -> {},
            warning -> {})
        .run();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theFiguresAreThoseOfTheSummary(Consumer<FakeDicomWebServer> faults) throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY)) {
      faults.accept(server);
      DumpResult result = dump(server);
      RunState run = result.overall().run();
      ReportFigures figures = DumpReport.of(folder, "program");

      assertThat(figures.dump().verdict()).isEqualTo(result.verdict());
      assertThat(figures.traffic())
          .returns(run.requests(), TrafficFigures::requests)
          .returns(run.bytes(), TrafficFigures::bytes)
          .returns(run.retries(), TrafficFigures::retries)
          .returns(run.redirects(), TrafficFigures::redirects)
          .returns(run.acceptSteps(), TrafficFigures::acceptSteps);
      assertThat(latencyCounts(figures)).isEqualTo(latencyCounts(run));
      assertThat(counts(figures)).isEqualTo(result.overall().dump().resources());
      assertSumsAgree(figures);
      assertThat(Schemas.REPORT.errors(ReportJson.encode(figures))).isEmpty();
    }
  }

  private static void assertSumsAgree(ReportFigures figures) {
    long requests = figures.traffic().requests();
    long bytes = figures.traffic().bytes();
    List<Timeline.Bucket> buckets = figures.timeline().buckets();
    assertThat(buckets.stream().mapToLong(Timeline.Bucket::requests).sum()).isEqualTo(requests);
    assertThat(buckets.stream().mapToLong(Timeline.Bucket::bytes).sum()).isEqualTo(bytes);
    assertThat(figures.statuses().stream().mapToLong(one -> one.times().count()).sum())
        .isEqualTo(requests);
    assertThat(figures.statuses().stream().mapToLong(StatusFigures::bytes).sum()).isEqualTo(bytes);
    assertThat(figures.kinds().stream().mapToLong(KindFigures::requests).sum()).isEqualTo(requests);
    assertThat(figures.connections().stream().mapToLong(ConnectionFigures::requests).sum())
        .isEqualTo(requests);
    assertThat(figures.exchanges().shown()).hasSize((int) requests);
  }

  private static Map<String, Long> latencyCounts(ReportFigures figures) {
    return figures.latencies().stream()
        .filter(latency -> latency.phase() == Phase.WHOLE && latency.kind() != null)
        .collect(
            Collectors.toMap(
                latency -> String.valueOf(latency.kind()), latency -> latency.times().count()));
  }

  private static Map<String, Long> latencyCounts(RunState run) {
    return run.latency().entrySet().stream()
        .collect(
            Collectors.toMap(entry -> entry.getKey().name(), entry -> entry.getValue().count()));
  }

  /** As the summary has them; nothing is pending in these runs. */
  private static Map<ResourceKind, ResourceCounts> counts(ReportFigures figures) {
    return figures.kinds().stream()
        .collect(
            Collectors.toMap(
                KindFigures::kind,
                kind ->
                    new ResourceCounts(
                        kind.complete(),
                        kind.incomplete(),
                        kind.failed(),
                        kind.unsupported(),
                        0,
                        kind.sizes().total())));
  }
}
