package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that goes on with a dump and ends early: its books tell of all that the folder holds. */
@Timeout(60)
class EarlyEndTest {

  private static final SyntheticStudy STUDY = SyntheticStudies.small();
  private static final SyntheticStudy OTHER = SyntheticStudies.large(1, 2, 1);

  private final FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY, OTHER);
  @TempDir Path temporary;
  private Dumped dumped = new Dumped(Path.of(""));
  private Path list = Path.of("");

  @BeforeEach
  void nameFiles() {
    dumped = new Dumped(temporary.resolve("dump"));
    list = temporary.resolve("failed.jsonl");
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void whatWasNotComeToAndIsOnDiskIsNotPending(int concurrency) throws Exception {
    server.when(pathEndsWith("2.999.1.1.3/frames/2")).times(1).reply(Replies.status(404));
    dump(request(STUDY));
    refuseAll();

    DumpResult result = dump(request(STUDY).concurrency(concurrency));

    assertThat(result.end()).isEqualTo(RunEnd.GAVE_UP);
    assertThat(pending("frame")).isZero();
    assertThat(count("frame", "complete")).isEqualTo(11);
    assertThat(count("frame", "failed")).isEqualTo(1);
    assertThat(count("instance-metadata", "complete")).isEqualTo(8);
    assertThat(Files.readAllLines(list)).singleElement().asString().contains("\"failed\"");
    dumped.assertSound(STUDY.uid());
  }

  @Test
  void whatIsOnDiskInPartIsPendingInPart() throws Exception {
    server.when(frames()).after(5).reply(Replies.status(429).header("Retry-After", "9999"));
    dump(request(STUDY));
    Files.delete(dumped.folder().resolve(firstFrame() + ".dump.json"));
    Files.delete(dumped.folder().resolve(firstFrame()));
    refuseAll();

    dump(request(STUDY));

    assertThat(count("frame", "complete")).isEqualTo(4);
    assertThat(dumped.json("2.999.1/_dump/summary.json").at("/dump/frames").asInt()).isEqualTo(12);
    assertThat(pending("frame")).isEqualTo(8);
    dumped.assertSound(STUDY.uid());
  }

  @Test
  void aStudyOfWhichAllIsOnDiskIsComplete() throws Exception {
    dump(request(STUDY));
    refuseAll();

    DumpResult result = dump(request(STUDY, OTHER));

    assertThat(result.end()).isEqualTo(RunEnd.GAVE_UP);
    assertThat(verdict(STUDY)).isEqualTo("complete");
  }

  @Test
  void aStudyThatWasNotBegunKeepsItsSummary() throws Exception {
    dump(request(OTHER));
    byte[] before = dumped.bytes(OTHER.uid() + "/_dump/summary.json");
    refuseAll();

    DumpResult result = dump(request(STUDY, OTHER));

    assertThat(dumped.bytes(OTHER.uid() + "/_dump/summary.json")).isEqualTo(before);
    assertThat(Files.readAllLines(list)).noneMatch(line -> line.contains(OTHER.uid()));
    assertThat(result.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    JsonNode studies = dumped.json("_dump/summary.json").at("/dump/studies");
    assertThat(studies).hasSize(2);
    assertThat(studies)
        .filteredOn(study -> study.get("study").asText().equals(OTHER.uid()))
        .singleElement()
        .matches(study -> study.get("verdict").asText().equals("complete"));
  }

  static Stream<UnaryOperator<DumpRequestBuilder>> more() {
    return Stream.of(
        request -> request.selection(Selection.PLAIN.with(Content.INSTANCES)),
        request -> request.selection(Selection.PLAIN.with(Content.THUMBNAILS)),
        request -> request.selection(withBulkdata(BulkDataOptions.Choice.ALL)),
        request -> request.payloads(true));
  }

  private static Selection withBulkdata(BulkDataOptions.Choice choice) {
    Selection plain = Selection.PLAIN;
    return new Selection(
        plain.contents(),
        plain.series(),
        plain.instances(),
        plain.modalities(),
        plain.format(),
        new BulkDataOptions(choice, Set.of(), false),
        plain.discovery(),
        1);
  }

  @ParameterizedTest
  @MethodSource("more")
  void aStudyThatWasNotBegunAndLacksWhatThisRunWantsIsPending(
      UnaryOperator<DumpRequestBuilder> wanted) throws Exception {
    dump(request(OTHER));
    refuseAll();

    DumpResult result = dump(wanted.apply(request(STUDY, OTHER)));

    assertThat(result.verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(Files.readAllLines(list)).anyMatch(line -> line.contains(OTHER.uid()));
  }

  /** What was to be had again was not. */
  @Test
  void aRefreshThatEndsEarlyIsNotCompleteWhateverTheFolderHolds() throws Exception {
    dump(request(STUDY, OTHER));
    server.when(any()).reply(Replies.status(429).header("Retry-After", "9999"));

    DumpResult result = dump(request(STUDY, OTHER).rerun(new Rerun(false, true, false)));

    assertThat(result.end()).isEqualTo(RunEnd.GAVE_UP);
    assertThat(result.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(result.overall().dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
  }

  @Test
  void levelsThatTheServerHasNotDoNotHideWhatIsBelow() throws Exception {
    SyntheticStudy wide = SyntheticStudies.large(1, 14, 1);
    try (FakeDicomWebServer other = FakeDicomWebServer.serving(wide)) {
      other.when(pathMatches("/instances/[0-9.]+/metadata$")).reply(Replies.status(404));
      other.when(pathEndsWith(".1/frames/1")).times(1).reply(Replies.status(404));
      assertThat(dump(request(other, wide)).verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
      other.clearRules();
      other
          .when(pathMatches("/instances/[0-9.]+/metadata$"))
          .reply(Replies.status(429).header("Retry-After", "9999"));

      dump(request(other, wide));

      JsonNode summary = dumped.json(wide.uid() + "/_dump/summary.json");
      assertThat(summary.at("/run/end").asText()).isEqualTo("gave-up");
      assertThat(summary.at("/dump/resources/frame/complete").asInt()).isEqualTo(13);
      assertThat(summary.at("/dump/resources/frame/failed").asInt()).isEqualTo(1);
      assertThat(summary.at("/dump/resources/instance-metadata/pending").asInt()).isZero();
      dumped.assertSound(wide.uid());
    }
  }

  @Test
  void windingDownLetsWhatIsInFlightEndAndAsksForNothingMore() throws Exception {
    AtomicReference<@Nullable DicomwebDump> running = new AtomicReference<>();
    EventListener listener =
        event -> {
          DicomwebDump dump = running.get();
          if (dump != null && event instanceof Event.ResourceBegun begun && isFrame(begun)) {
            dump.windDown();
          }
        };
    DicomwebDump dump = new DicomwebDump(request(STUDY).build(), listener, warning -> {});
    running.set(dump);

    DumpResult result = dump.run();

    assertThat(result.end()).isEqualTo(RunEnd.INTERRUPTED);
    assertThat(server.requests(frames())).isEmpty();
    assertThat(pending("frame")).isEqualTo(12);
    dumped.assertSound(STUDY.uid());
  }

  private static boolean isFrame(Event.ResourceBegun begun) {
    return begun.resource().path().contains("/frames/");
  }

  /** From now on every request ends the run. */
  private void refuseAll() {
    server.clearRules();
    server.when(any()).reply(Replies.status(429).header("Retry-After", "9999"));
  }

  private String firstFrame() {
    return dumped.files("").stream()
        .filter(file -> file.endsWith("/frames/1"))
        .findFirst()
        .orElseThrow();
  }

  private int pending(String kind) {
    return count(kind, "pending");
  }

  private int count(String kind, String outcome) {
    return dumped
        .json("2.999.1/_dump/summary.json")
        .at("/dump/resources/" + kind + "/" + outcome)
        .asInt();
  }

  private String verdict(SyntheticStudy study) {
    return dumped.json(study.uid() + "/_dump/summary.json").at("/dump/verdict").asText();
  }

  private DumpRequestBuilder request(SyntheticStudy... studies) {
    return request(server, studies);
  }

  private DumpRequestBuilder request(FakeDicomWebServer asked, SyntheticStudy... studies) {
    return new DumpRequestBuilder(DicomWebRoot.parse(asked.rootUrl()), dumped.folder())
        .studies(List.of(studies).stream().map(study -> new Uid(study.uid())).toList())
        .retries(0)
        .failed(list);
  }

  private static DumpResult dump(DumpRequestBuilder request) {
    return new DicomwebDump(request.build(), EventListener.NONE, warning -> {}).run();
  }
}
