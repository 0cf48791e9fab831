package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dicomwebdump.archive.AlreadyLockedException;
import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.ArchiveLock;
import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.archive.StudyVerdict;
import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.credentials.FixedCredentials;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticSeries;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DicomwebDumpTest {

  private static final SyntheticStudy SMALL = SyntheticStudies.small();
  private static final Uid STUDY = new Uid(SMALL.uid());
  private static final int SMALL_RESOURCES = 1 + 3 + 8 + 12;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path temp;
  private final Heard heard = new Heard();
  private FakeDicomWebServer server = FakeDicomWebServer.serving(SMALL);

  @AfterEach
  void close() {
    server.close();
  }

  private void serve(SyntheticStudy... studies) {
    server.close();
    server = FakeDicomWebServer.serving(studies);
  }

  private DumpRequestBuilder request(Uid... studies) {
    return new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), temp.resolve("dump"))
        .studies(List.of(studies))
        .permissions(Permissions.UMASK)
        .retries(0);
  }

  private DicomwebDump dump(DumpRequestBuilder request, EventListener listener) {
    return new DicomwebDump(request.build(), listener, warning -> {});
  }

  private DumpResult run(DumpRequestBuilder request) throws InterruptedException {
    return dump(request, heard).run();
  }

  private Dumped dumped() {
    return new Dumped(temp.resolve("dump"));
  }

  private String end() {
    return dumped().json("_dump/summary.json").get("run").get("end").asText();
  }

  private static ResourceCounts counts(DumpState state, ResourceKind kind) {
    return state.resources().getOrDefault(kind, new ResourceCounts(0, 0, 0, 0, 0, 0));
  }

  /** Complete, incomplete, failed, unsupported, pending. */
  private static List<Long> numbers(DumpState state, ResourceKind kind) {
    ResourceCounts counts = counts(state, kind);
    return List.of(
        counts.complete(),
        counts.incomplete(),
        counts.failed(),
        counts.unsupported(),
        counts.pending());
  }

  private static Reply edited(Consumer<ArrayNode> edit) {
    return Replies.normal()
        .body(
            bytes -> {
              try {
                ArrayNode datasets = (ArrayNode) JSON.readTree(bytes);
                edit.accept(datasets);
                return JSON.writeValueAsBytes(datasets);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static void setUid(ArrayNode datasets, int index, String tag, String uid) {
    ((ObjectNode) datasets.get(index)).putObject(tag).put("vr", "UI").putArray("Value").add(uid);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "1, true", "8, true"})
  void aWholeStudyIsDumpedAndCounted(int concurrency, boolean files) throws Exception {
    DicomwebDump dump =
        dump(request(STUDY).concurrency(concurrency).instances(files).payloads(true), heard);
    DumpResult result = dump.run();
    int resources = SMALL_RESOURCES + (files ? 8 : 0);
    DumpState state = result.studies().get(0).dump();

    assertThat(result.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(List.of(state.series(), state.instances(), state.frames()))
        .containsExactly(3L, 8L, 12L);
    assertThat(numbers(state, ResourceKind.STUDY_METADATA)).containsExactly(1L, 0L, 0L, 0L, 0L);
    assertThat(numbers(state, ResourceKind.SERIES_METADATA)).containsExactly(3L, 0L, 0L, 0L, 0L);
    assertThat(numbers(state, ResourceKind.INSTANCE_METADATA)).containsExactly(8L, 0L, 0L, 0L, 0L);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(12L, 0L, 0L, 0L, 0L);
    assertThat(counts(state, ResourceKind.INSTANCE).complete()).isEqualTo(files ? 8 : 0);
    assertThat(state.missing().groups()).isEmpty();
    assertThat(server.requests()).hasSize(resources);
    assertThat(heard.begun()).hasSize(resources).doesNotHaveDuplicates();
    assertThat(heard.ended(Outcome.COMPLETE)).containsExactlyInAnyOrderElementsOf(heard.begun());
    assertThat(dump.progress())
        .isEqualTo(new Progress(result.overall().run().bytes(), resources, resources, 0));
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void bodiesAndPayloadsAreExactlyWhatTheServerHas() throws Exception {
    run(request(STUDY).instances(true).payloads(true));

    for (SyntheticInstance instance : SMALL.instances()) {
      String place = instance.path().substring("/studies/".length());
      assertThat(dumped().bytes(place + "/_/" + instance.uid() + ".bin")).isEqualTo(instance.p10());
      for (int frame = 1; frame <= instance.numberOfFrames(); frame++) {
        assertThat(dumped().bytes(place + "/frames/" + frame + ".bin"))
            .isEqualTo(instance.frame(frame));
      }
    }
  }

  @Test
  void aLargerStudyIsDumpedByManyWorkers() throws Exception {
    serve(SyntheticStudies.large(3, 20, 2));
    DumpResult result = run(request(new Uid("2.999.2")).concurrency(8));

    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(heard.ended(Outcome.COMPLETE)).hasSize(1 + 3 + 60 + 120).doesNotHaveDuplicates();
    assertThat(server.greatestInFlight()).isLessThanOrEqualTo(8);
    dumped().assertSound("2.999.2");
  }

  @Test
  void compressedResponsesAreReadAndKept() throws Exception {
    server.when(any()).reply(Replies.gzip());
    DumpResult result = run(request(STUDY).compressed(true).payloads(true));

    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(server.requests()).allMatch(got -> "gzip".equals(got.header("Accept-Encoding")));
    assertThat(dumped().bytes(SMALL.uid() + "/metadata")).startsWith(0x1F, 0x8B);
  }

  @Test
  void aFailedResourceIsDataAndTheRunGoesOn() throws Exception {
    server
        .when(pathEndsWith("/frames/2"))
        .reply(Replies.status(404, "text/plain", "no such frame"));
    server.when(pathEndsWith("/frames/3")).reply(Faults.cutAfter(10));
    DicomwebDump dump = dump(request(STUDY), heard);
    DumpState state = dump.run().overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(7L, 2L, 3L, 0L, 0L);
    assertThat(heard.ended(Outcome.FAILED)).hasSize(3).allMatch(path -> path.endsWith("/2"));
    assertThat(heard.ended(Outcome.INCOMPLETE)).hasSize(2).allMatch(path -> path.endsWith("/3"));
    assertThat(state.missing().groups()).hasSize(5);
    assertThat(dump.progress())
        .extracting(Progress::done, Progress::known, Progress::failures)
        .containsExactly((long) SMALL_RESOURCES, (long) SMALL_RESOURCES, 5L);
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void abortStopsAtTheFirstFailure() throws Exception {
    server.when(frames()).reply(Replies.status(404));
    DumpResult result = run(request(STUDY).abort(true));

    assertThat(result.end()).isEqualTo(RunEnd.ABORTED);
    assertThat(result.overall().run().endMessage()).contains("/frames/1 failed: ").contains("404");
    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(heard.ended(Outcome.FAILED)).hasSize(1);
    assertThat(numbers(result.studies().get(0).dump(), ResourceKind.FRAME))
        .containsExactly(0L, 0L, 1L, 0L, 11L);
    dumped().assertSound(SMALL.uid());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void interruptEndsTheRunWhileTheServerStalls(int concurrency) throws Exception {
    server.when(frames()).reply(Faults.stall());
    DicomwebDump dump = dump(request(STUDY).concurrency(concurrency), heard);
    Running running = new Running(dump);
    server.awaitRequests(frames(), 1);
    dump.interrupt();
    running.join();
    DumpResult result = running.result.get();

    assertThat(result).isNotNull();
    assertThat(result.end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(numbers(result.studies().get(0).dump(), ResourceKind.FRAME))
        .containsExactly(0L, 0L, 0L, 0L, 12L);
    assertThat(heard.begun()).containsAll(heard.ended());
    assertThat(dumped().files(SMALL.uid())).noneMatch(file -> file.endsWith(".tmp"));
    assertThat(end()).isEqualTo("interrupted");
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void anInterruptOfTheCallersThreadEndsTheRunInOrder() throws Exception {
    server.when(frames()).reply(Faults.stall());
    Running running = new Running(dump(request(STUDY), heard));
    server.awaitRequests(frames(), 1);
    running.thread.interrupt();
    running.join();

    assertThat(running.failure.get()).isNull();
    assertThat(running.result.get()).isNotNull();
    assertThat(end()).isEqualTo("interrupted");
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void whatIsInterruptedBeforeItBeginsAsksForNothing() throws Exception {
    DicomwebDump dump = dump(request(STUDY), heard);
    dump.interrupt();
    DumpResult result = dump.run();

    assertThat(result.end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aDefectInAWorkerEndsTheRunAndIsThrown(int concurrency) {
    EventListener broken =
        event -> {
          throw new AssertionError("broken listener");
        };

    assertThatThrownBy(() -> dump(request(STUDY).concurrency(concurrency), broken).run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken listener")
        .hasCauseInstanceOf(AssertionError.class);
    assertThat(end()).isEqualTo("gave-up");
  }

  @Test
  void aStudyThatTheFolderHoldsFromAnotherServerIsNotTouched() throws Exception {
    run(request(STUDY));

    try (FakeDicomWebServer other = FakeDicomWebServer.serving(SMALL)) {
      DumpRequestBuilder request =
          new DumpRequestBuilder(DicomWebRoot.parse(other.rootUrl()), temp.resolve("dump"))
              .studies(List.of(STUDY));
      assertThatThrownBy(() -> run(request))
          .isInstanceOf(OtherDumpException.class)
          .hasMessageContaining(SMALL.uid());
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("try") // the lock is held, not used
  void aFolderThatAnotherRunWritesIntoIsNotTouched() throws Exception {
    ArchiveFolder folder =
        ArchiveFolder.open(temp.resolve("dump"), Permissions.UMASK, warning -> {});
    try (ArchiveLock lock = ArchiveLock.take(folder)) {
      assertThatThrownBy(() -> run(request(STUDY))).isInstanceOf(AlreadyLockedException.class);
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenEndsTheRunAtOnce() throws IOException {
    Files.createFile(temp.resolve("dump"));

    assertThatThrownBy(() -> run(request(STUDY))).isInstanceOf(OutputException.class);
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Bearer tiger, it refuses the credentials", ", it wants credentials"})
  void refusedCredentialsEndTheRun(@Nullable String given, String said) throws Exception {
    server.demandAuthorization("Bearer lion");

    Credentials shown = given == null ? Credentials.NONE : FixedCredentials.of(given);
    assertThatThrownBy(() -> run(request(STUDY).credentials(shown)))
        .isInstanceOf(CredentialsRefusedException.class)
        .hasMessageContaining(said)
        .message()
        .doesNotContain("tiger");
    assertThat(server.requests()).hasSize(1);
    assertThat(end()).isEqualTo("gave-up");
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void credentialsThatAreTakenAreKeptOutOfTheDump() throws Exception {
    server.demandAuthorization("Bearer tiger");
    DumpResult result = run(request(STUDY).credentials(FixedCredentials.of("Bearer tiger")));

    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
    for (String file : dumped().files("")) {
      assertThat(dumped().bytes(file)).asString().doesNotContain("tiger");
    }
    assertThat(dumped().bytes("_dump/summary.json")).asString().doesNotContain("tiger");
  }

  @Test
  void aServerThatWantsALongPauseEndsTheRun() throws Exception {
    server.when(frames()).reply(Replies.status(429).header("Retry-After", "86400"));
    DumpResult result = run(request(STUDY));

    assertThat(result.end()).isEqualTo(RunEnd.GAVE_UP);
    assertThat(result.overall().run().endMessage()).endsWith(": run again then");
    assertThat(counts(result.overall().dump(), ResourceKind.FRAME).pending()).isEqualTo(12);
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void anUnknownStudyIsOneFailureAmongSeveral() throws Exception {
    Uid unknown = new Uid("1.9");
    DumpResult result = run(request(unknown, STUDY).concurrency(2));
    DumpState state = result.overall().dump();

    assertThat(result.end()).isEqualTo(RunEnd.FINISHED);
    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(((DumpState.AllStudies) state.extent()).studies())
        .extracting(StudyVerdict::study, StudyVerdict::verdict)
        .containsExactly(tuple(unknown, DumpVerdict.FAILED), tuple(STUDY, DumpVerdict.COMPLETE));
    dumped().assertSound("1.9");
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void whereNoStudyIsKnownNothingCouldBeWalked() throws Exception {
    DumpState state = run(request(new Uid("1.9"))).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(state.missing().groups())
        .singleElement()
        .satisfies(group -> assertThat(group.problem().kind()).isEqualTo(Problem.Kind.STATUS));
  }

  @Test
  void metadataOfAnotherStudyIsNoStudy() throws Exception {
    serve(SMALL, SyntheticStudies.large(1, 1, 1));
    server
        .when(path("/studies/2.999.2/metadata"))
        .reply(Replies.redirect(302, server.rootUrl() + SMALL.path() + "/metadata"));

    assertThat(run(request(new Uid("2.999.2"))).overall().dump().verdict())
        .isEqualTo(DumpVerdict.FAILED);
  }

  @Test
  void instancesThatOnlyTheStudysMetadataNamesAreDumpedToo() throws Exception {
    SyntheticSeries series = SMALL.series().get(1);
    server.when(path(series.path() + "/metadata")).reply(edited(datasets -> datasets.remove(0)));
    DumpState state = run(request(STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(heard.ended(Outcome.COMPLETE)).hasSize(SMALL_RESOURCES).doesNotHaveDuplicates();
    assertThat(state.notes())
        .containsEntry("an instance is named by the study's metadata, but not by its series'", 1L);
  }

  @Test
  void anEntryWithoutAUsableUidIsAFailureOfThatEntryAlone() throws Exception {
    SyntheticSeries series = SMALL.series().get(0);
    Reply unusable = edited(datasets -> setUid(datasets, 1, "00080018", "../../x"));
    server.when(path(SMALL.path() + "/metadata")).reply(unusable);
    server.when(path(series.path() + "/metadata")).reply(unusable);
    DumpState state = run(request(STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(heard.ended(Outcome.COMPLETE)).hasSize(SMALL_RESOURCES - 2);
    assertThat(state.missing().groups())
        .hasSize(2)
        .anyMatch(group -> group.kind() == ResourceKind.STUDY_METADATA)
        .anyMatch(group -> group.kind() == ResourceKind.SERIES_METADATA)
        .allSatisfy(
            group -> {
              assertThat(group.problem().kind()).isEqualTo(Problem.Kind.UID);
              assertThat(group.count()).isEqualTo(1);
            });
    assertThat(temp.resolve("x")).doesNotExist();
  }

  @Test
  void aSeriesWithoutAUsableUidIsAFailureToo() throws Exception {
    server
        .when(path(SMALL.path() + "/metadata"))
        .reply(edited(datasets -> setUid(datasets, 3, "0020000E", "_")));
    DumpState state = run(request(STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(state.missing().groups())
        .singleElement()
        .satisfies(group -> assertThat(group.kind()).isEqualTo(ResourceKind.STUDY_METADATA));
  }

  @Test
  void entriesOfAnotherSeriesArePassedOver() throws Exception {
    SyntheticSeries series = SMALL.series().get(0);
    server
        .when(path(series.path() + "/metadata"))
        .reply(edited(datasets -> datasets.add(foreignEntry())));
    DumpState state = run(request(STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(heard.ended(Outcome.COMPLETE)).hasSize(SMALL_RESOURCES).doesNotHaveDuplicates();
    assertThat(state.notes())
        .containsEntry("an entry of another series in a series' metadata was passed over", 1L);
  }

  private static ObjectNode foreignEntry() {
    try {
      return (ObjectNode) JSON.readTree(SMALL.series().get(1).instances().get(0).dicomJson(""));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theStudyStandsInForASeriesAndTheSeriesForAnInstance() throws Exception {
    String series = SMALL.series().get(0).path() + "/metadata";
    String instance = SMALL.series().get(1).instances().get(1).path() + "/metadata";
    Stream.of(series, instance)
        .forEach(path -> server.when(path(path)).reply(Replies.status(400, "text/plain", "no")));
    DumpState state = run(request(STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(heard.ended(Outcome.FAILED)).containsExactlyInAnyOrder(series, instance);
    assertThat(heard.ended(Outcome.COMPLETE)).hasSize(SMALL_RESOURCES - 2);
  }

  @Test
  void fewRefusalsOfALevelAreFailures() throws Exception {
    server.when(pathMatches("/instances/[^/]+/metadata$")).reply(Replies.status(404));
    DicomwebDump dump = dump(request(STUDY), heard);
    DumpState state = dump.run().overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(numbers(state, ResourceKind.INSTANCE_METADATA)).containsExactly(0L, 0L, 8L, 0L, 0L);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(12L, 0L, 0L, 0L, 0L);
    assertThat(dump.progress().done()).isEqualTo(dump.progress().known());
    dumped().assertSound(SMALL.uid());
  }

  @ParameterizedTest
  @CsvSource({
    "INSTANCE_METADATA, 2, 8, '/instances/[^/]+/metadata$'",
    "SERIES_METADATA, 12, 1, '/series/[^/]+/metadata$'",
  })
  void aLevelThatTheServerDoesNotHaveIsNoFailure(
      ResourceKind level, int series, int instances, String paths) throws Exception {
    serve(SyntheticStudies.large(series, instances, 1));
    server.when(pathMatches(paths)).reply(Replies.status(404));
    DicomwebDump dump = dump(request(new Uid("2.999.2")), heard);
    DumpState state = dump.run().overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(state.unsupportedLevels()).containsExactly(level);
    assertThat(counts(state, level).unsupported())
        .isEqualTo(level == ResourceKind.SERIES_METADATA ? series : series * instances);
    assertThat(numbers(state, ResourceKind.FRAME))
        .containsExactly((long) series * instances, 0L, 0L, 0L, 0L);
    assertThat(server.requests(pathMatches(paths))).hasSize(10);
    assertThat(heard.ended(Outcome.UNSUPPORTED)).hasSize(10);
    assertThat(dump.progress().done()).isEqualTo(dump.progress().known());
    dumped().assertSound("2.999.2");
  }

  /** A run in a thread of its own. */
  private static final class Running {
    private final AtomicReference<@Nullable DumpResult> result = new AtomicReference<>();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Thread thread;

    Running(DicomwebDump dump) {
      thread =
          new Thread(
              () -> {
                try {
                  result.set(dump.run());
                } catch (RuntimeException e) {
                  failure.set(e);
                }
              },
              "running");
      thread.start();
    }

    void join() throws InterruptedException {
      thread.join();
    }
  }
}
