package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.Event.HostPaused;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import dev.dicomwebdump.transport.TransportSettings;
import dev.dicomwebdump.transport.TransportSettingsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs against a server that is slow, busy or gone. */
@Timeout(120)
class ErrorsAndTimeTest {

  private static final SyntheticStudy STUDY = SyntheticStudies.small();
  private static final int RESOURCES = 1 + 3 + 8 + 12;

  private final FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY);
  private final List<Event> events = new CopyOnWriteArrayList<>();
  @TempDir Path folder;

  @AfterEach
  void closeServer() {
    server.close();
  }

  static Stream<String> soon() {
    Instant inTwoSeconds = Instant.now().plusSeconds(2);
    return Stream.of(
        "1", DateTimeFormatter.RFC_1123_DATE_TIME.format(inTwoSeconds.atOffset(ZoneOffset.UTC)));
  }

  @ParameterizedTest
  @MethodSource("soon")
  void retryAfterPausesTheHostAndCostsNoResource(String retryAfter) throws Exception {
    server.when(frames()).after(3).times(1).reply(busy(429, retryAfter));
    server.when(frames()).after(6).times(1).reply(busy(503, retryAfter));

    DumpResult result = dump(request().retries(0).concurrency(4));

    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(result.overall().run().retries()).isEqualTo(2);
    assertThat(pauses()).isNotEmpty().allMatch(pause -> pause.reason().contains("answered"));
  }

  @Test
  void aLongerRetryAfterThanAllowedEndsTheRunAndLeavesTheRestPending() throws Exception {
    server.when(frames()).after(3).reply(busy(429, "3600"));

    DumpResult result = dump(request());

    assertThat(result.end()).isEqualTo(RunEnd.GAVE_UP);
    assertThat(result.overall().run().endMessage()).contains("asks to wait until");
    assertThat(counts(result, ResourceKind.FRAME).failed()).isZero();
    assertThat(counts(result, ResourceKind.FRAME).pending()).isEqualTo(9);
  }

  @Test
  void aSlowButSteadyBodyNeverTripsTheIdleLimit() throws Exception {
    Duration idle = Duration.ofSeconds(2);
    server
        .when(pathEndsWith("/frames/1"))
        .times(1)
        .reply(Faults.throttled(20, Duration.ofMillis(150)));

    DumpResult result = dump(request().retries(0).transport(idleLimit(idle)));

    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(
            Objects.requireNonNull(result.overall().run().latency().get(ResourceKind.FRAME)).max())
        .isGreaterThan(idle);
  }

  @Test
  void aBodyThatStallsTripsIt() throws Exception {
    server.when(pathEndsWith("/frames/2")).reply(Faults.stallAfter(10));

    DumpResult result = dump(request().retries(0).transport(idleLimit(Duration.ofMillis(500))));

    assertThat(result.overall().dump().missing().groups())
        .isNotEmpty()
        .allMatch(group -> group.problem().kind() == Problem.Kind.TIMEOUT);
  }

  @Test
  void aServerThatComesBackCostsNothingButTime() throws Exception {
    server.when(any()).after(8).times(7).reply(Faults.reset());

    DumpResult result = dump(request().retries(1).concurrency(2));

    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(pauses()).isNotEmpty().allMatch(pause -> pause.reason().contains("is gone since"));
  }

  @ParameterizedTest
  @MethodSource("concurrencies")
  void aServerThatStaysAwayEndsTheRunAndLeavesTheRestPending(int concurrency) throws Exception {
    server.when(any()).after(8).reply(Faults.reset());

    DumpResult result =
        dump(request().retries(0).concurrency(concurrency).outage(Duration.ofSeconds(1)));

    assertThat(result.end()).isEqualTo(RunEnd.GAVE_UP);
    assertThat(result.overall().run().endMessage()).contains("has been gone since", "run again");
    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(result.overall().dump().missing().groups()).isEmpty();
    assertThat(sum(result, ResourceCounts::complete)).isEqualTo(8);
    // A value that lies elsewhere is known only when the metadata of its instance was had.
    assertThat(sum(result, ResourceCounts::pending)).isBetween(RESOURCES - 8L, RESOURCES - 7L);
    assertThat(records()).isEqualTo(8);
  }

  static Stream<Integer> concurrencies() {
    return Stream.of(1, 4);
  }

  @Test
  void aServerThatWasNeverThereIsNotWaitedFor() throws Exception {
    server.when(any()).reply(Faults.reset());

    DumpResult result = dump(request().retries(1));

    assertThat(result.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(pauses()).isEmpty();
    assertThat(server.requests()).hasSize(2);
  }

  private static Reply busy(int status, String retryAfter) {
    return Replies.status(status).header("Retry-After", retryAfter);
  }

  private DumpRequestBuilder request() {
    return new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), folder)
        .studies(List.of(new Uid(STUDY.uid())));
  }

  private DumpResult dump(DumpRequestBuilder request) throws InterruptedException {
    return new DicomwebDump(request.build(), events::add, warning -> {}).run();
  }

  private static TransportSettings idleLimit(Duration idle) {
    return new TransportSettingsBuilder().idleTimeout(idle).build();
  }

  private List<HostPaused> pauses() {
    return events.stream()
        .filter(HostPaused.class::isInstance)
        .map(HostPaused.class::cast)
        .toList();
  }

  private static ResourceCounts counts(DumpResult result, ResourceKind kind) {
    return Objects.requireNonNull(result.overall().dump().resources().get(kind));
  }

  private static long sum(DumpResult result, ToLongFunction<ResourceCounts> count) {
    return result.overall().dump().resources().values().stream().mapToLong(count).sum();
  }

  private long records() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".dump.json")).count();
    }
  }
}
