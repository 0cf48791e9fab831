package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.metadata;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that asks for just what a list names. */
@Timeout(60)
class OnlyFailedTest {

  private static final SyntheticStudy STUDY = SyntheticStudies.small();
  private static final SyntheticStudy OTHER = SyntheticStudies.large(1, 2, 1);
  private static final int RESOURCES = 1 + 3 + 8 + 12 + 1;

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
  void whatFailedIsAskedForAndNothingElse(int concurrency) throws Exception {
    server.when(pathEndsWith("2.999.1.1.3/frames/2")).reply(Replies.status(404));
    server.when(pathEndsWith("2.999.1.2.1/frames/1")).reply(Faults.cutAfter(10));
    dump(request());

    DumpResult result = again(onlyFailed().concurrency(concurrency));

    assertThat(asked()).containsExactlyInAnyOrder("2.999.1.1.3/frames/2", "2.999.1.2.1/frames/1");
    assertThat(result.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(list).isEmptyFile();
    assertWhole();
  }

  @Test
  void whatIsPendingIsAskedForWithAllBelow() throws Exception {
    server
        .when(pathMatches("2.999.1.2.2/frames/2$"))
        .reply(Replies.status(429).header("Retry-After", "9999"));
    dump(request());
    int had = server.requests().size() - 1;

    DumpResult result = again(onlyFailed());

    assertThat(server.requests()).hasSize(RESOURCES - had);
    assertThat(result.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertWhole();
  }

  @Test
  void allPicturesOfFramesAreAskedForThatAreOnOneLine() throws Exception {
    Selection rendered = Selection.PLAIN.with(Content.RENDERED);
    server
        .when(pathEndsWith("2.999.1.2.2/frames/2/rendered"))
        .reply(Replies.status(429).header("Retry-After", "9999"));
    dump(request().selection(rendered));
    assertThat(Files.readString(list)).contains("\"kind\":\"rendered\"", "\"frames\":\"3-4\"");

    DumpResult result = again(onlyFailed().selection(rendered));

    assertThat(asked())
        .contains("2.999.1.2.2/frames/3/rendered", "2.999.1.2.2/frames/4/rendered")
        .doesNotHaveDuplicates();
    assertThat(result.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(list).isEmptyFile();
  }

  @Test
  void aStudyThatWasNotHadIsAskedForWhole() throws Exception {
    server.when(any()).reply(Replies.status(503));
    dump(request().selection(Selection.PLAIN.by(Discovery.WADO)));
    assertThat(Files.readAllLines(list)).hasSize(1);

    assertThat(again(onlyFailed()).verdict()).isEqualTo(DumpVerdict.COMPLETE);

    assertWhole();
  }

  @Test
  void whatFailsAgainIsListedAgainWithWhatIsOnDisk() throws Exception {
    server.when(pathMatches("2.999.1.2.2/frames/[23]$")).reply(Replies.status(404));
    dump(request());
    String before = Files.readString(list);
    server.clearRequests();

    DumpResult result = dump(onlyFailed());

    assertThat(asked()).containsExactlyInAnyOrder("2.999.1.2.2/frames/2", "2.999.1.2.2/frames/3");
    assertThat(result.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(list).hasContent(before);
    dumped.assertSound(STUDY.uid());
  }

  @Test
  void failuresThatAListDoesNotNameAreToldAndNotAskedFor() throws Exception {
    server.when(pathMatches("2.999.1.2.2/frames/[23]$")).reply(Replies.status(404));
    dump(request());
    List<String> lines = Files.readAllLines(list);
    Files.write(list, lines.subList(1, 2));

    DumpResult result = again(onlyFailed());

    assertThat(asked()).containsExactly("2.999.1.2.2/frames/3");
    assertThat(result.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(Files.readAllLines(list)).containsExactly(lines.get(0));
    dumped.assertSound(STUDY.uid());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void aResourceThatIsNamedManyTimesIsHadOnce(int concurrency) throws Exception {
    server.when(pathEndsWith("2.999.1.1.3/frames/2")).reply(Replies.status(404));
    dump(request());
    Files.write(list, Collections.nCopies(20, Files.readAllLines(list).get(0)));

    again(onlyFailed().concurrency(concurrency));

    assertThat(asked()).containsExactly("2.999.1.1.3/frames/2");
    assertWhole();
  }

  @Test
  void metadataAloneIsAskedForWithoutWhatItNames() throws Exception {
    server.when(pathEndsWith("2.999.1.2.2/metadata")).reply(Replies.status(404));
    dump(request());

    again(onlyFailed());

    assertThat(asked()).containsExactly("2.999.1.2.2/metadata");
    assertWhole();
  }

  @Test
  void fewRefusalsOfALevelDoNotMakeItUnsupported() throws Exception {
    SyntheticStudy wide = SyntheticStudies.large(1, 14, 1);
    try (FakeDicomWebServer other = FakeDicomWebServer.serving(wide)) {
      other.when(pathMatches("/instances/[0-9.]+/metadata$")).after(2).reply(Replies.status(404));
      DumpRequestBuilder first = request(other, wide);
      assertThat(dump(first).verdict()).isEqualTo(DumpVerdict.INCOMPLETE);

      DumpResult again = dump(request(other).onlyFailed(list));

      assertThat(again.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
      assertThat(Files.readAllLines(list)).hasSize(12).allMatch(line -> line.contains("failed"));
    }
  }

  @Test
  void sizesOfFramesAreTakenFromRecordedMetadata() throws Exception {
    server.when(pathEndsWith("2.999.1.1.3/frames/2")).times(1).reply(Replies.status(404));
    dump(request());
    server.when(pathEndsWith("2.999.1.1.3/frames/2")).reply(Faults.endAfter(60));

    dump(onlyFailed());

    assertThat(Files.readString(list)).contains("\"outcome\":\"incomplete\"");
  }

  @Test
  void studiesRestrictTheListAndTheOtherLinesStay() throws Exception {
    server.when(frames()).reply(Replies.status(404));
    dump(request().studies(List.of(new Uid(OTHER.uid()))));
    List<String> lines = Files.readAllLines(list);

    DumpResult result = again(onlyFailed().studies(List.of(new Uid(OTHER.uid()))));

    assertThat(server.requests()).hasSize(2);
    assertThat(result.studies()).hasSize(1);
    assertThat(Files.readAllLines(list))
        .isEqualTo(lines.stream().filter(line -> line.contains("\"2.999.1\"")).toList());
  }

  @Test
  void anEmptyListAsksForNothing() throws Exception {
    dump(request());

    DumpResult result = again(onlyFailed());

    assertThat(server.requests()).isEmpty();
    assertThat(result.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertWhole();
  }

  @Test
  void whatAnEarlyEndLeavesOfAListIsListed() throws Exception {
    server.when(frames()).reply(Replies.status(404));
    dump(request());
    List<String> lines = Files.readAllLines(list);
    server.clearRules();
    server.when(frames()).after(4).reply(Replies.status(429).header("Retry-After", "9999"));

    DumpResult result = dump(onlyFailed());

    assertThat(result.end()).isEqualTo(RunEnd.GAVE_UP);
    assertThat(Files.readAllLines(list)).isEqualTo(lines.subList(4, 12));
    dumped.assertSound(STUDY.uid());
  }

  @ParameterizedTest
  @CsvSource({"true, 2.999.1.1.3/_/2.999.1.1.3.bin", "false, 2.999.1.1.3/frames/1.bin"})
  void whatEarlierRunsHadByOtherOptionsIsInTheBooks(boolean files, String file) throws Exception {
    server.when(pathEndsWith("2.999.1.1.3/frames/2")).reply(Replies.status(404));
    dump(
        request()
            .selection(files ? Selection.PLAIN.with(Content.INSTANCES) : Selection.PLAIN)
            .payloads(true));

    again(onlyFailed());

    assertThat(dumped.files(STUDY.uid())).anyMatch(name -> name.endsWith(file));
    dumped.assertSound(STUDY.uid());
  }

  @Test
  void aLineThatIsNoneIsToldBeforeAnythingIsAskedFor() throws Exception {
    Files.writeString(list, "{}\n");

    assertThatThrownBy(() -> dump(onlyFailed()))
        .isInstanceOf(BadListException.class)
        .hasMessageContaining(list + " is no list of failures: line 1: ");
    assertThat(server.requests()).isEmpty();
    assertThat(dumped.folder()).doesNotExist();
  }

  @Test
  void partsOfAStudyThatTheFolderDoesNotHoldAreRefused() throws Exception {
    server.when(frames()).reply(Replies.status(404));
    dump(request());
    dumped = new Dumped(temporary.resolve("elsewhere"));
    server.clearRequests();

    assertThatThrownBy(() -> dump(onlyFailed()))
        .isInstanceOf(BadListException.class)
        .hasMessageContaining(STUDY.uid());
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aListOfAnotherServersDumpIsRefused() throws Exception {
    server.when(metadata()).after(3).reply(Replies.status(404));
    dump(request());

    try (FakeDicomWebServer other = FakeDicomWebServer.serving(STUDY)) {
      assertThatThrownBy(() -> dump(request(other).onlyFailed(list)))
          .isInstanceOf(OtherDumpException.class);
      assertThat(other.requests()).isEmpty();
    }
  }

  private void assertWhole() throws IOException {
    assertThat(dumped.files(STUDY.uid())).hasSize(2 * RESOURCES);
    assertThat(dumped.json("2.999.1/_dump/summary.json").at("/dump/verdict").asText())
        .isEqualTo("complete");
    dumped.assertSound(STUDY.uid());
  }

  /** Instance or series, and what comes after it, of all that was asked for. */
  private List<String> asked() {
    return server.requests().stream()
        .map(request -> request.path().replaceFirst(".*/(instances|series|studies)/", ""))
        .toList();
  }

  private DumpResult again(DumpRequestBuilder request) {
    server.clearRules();
    server.clearRequests();
    return dump(request);
  }

  private DumpRequestBuilder onlyFailed() {
    return request(server).onlyFailed(list);
  }

  private DumpRequestBuilder request() {
    return request(server, STUDY);
  }

  private DumpRequestBuilder request(FakeDicomWebServer asked, SyntheticStudy study) {
    return request(asked).studies(List.of(new Uid(study.uid())));
  }

  private DumpRequestBuilder request(FakeDicomWebServer asked) {
    return new DumpRequestBuilder(DicomWebRoot.parse(asked.rootUrl()), dumped.folder())
        .retries(0)
        .failed(list);
  }

  private static DumpResult dump(DumpRequestBuilder request) {
    return new DicomwebDump(request.build(), EventListener.NONE, warning -> {}).run();
  }
}
