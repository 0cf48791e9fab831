package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.InstanceTemplate;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.dicom.TransferSyntax;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Searching;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Series and instances that searches name. */
class SearchWalkTest extends RunOnFakeServer {

  private static final SyntheticStudy LARGE = SyntheticStudies.large(3, 25, 1);
  private static final Uid LARGE_UID = new Uid(LARGE.uid());

  private DumpRequestBuilder by(Discovery discovery, Uid study, Content... contents) {
    Set<Content> wanted = contents.length == 0 ? Content.PLAIN : Set.of(contents);
    return request(study).selection(selection(wanted).by(discovery));
  }

  private static Selection selection(Set<Content> contents) {
    return new Selection(
        contents,
        Set.of(),
        Set.of(),
        Set.of(),
        MetadataFormat.JSON,
        BulkDataOptions.DEFAULTS,
        Discovery.AUTO,
        1);
  }

  private void serveSearching(SyntheticStudy study, Searching searching) {
    server.close();
    server = FakeDicomWebServer.builder().study(study).searching(searching).start();
  }

  private static List<Long> extent(DumpState state) {
    return List.of(state.series(), state.instances(), state.frames());
  }

  static Stream<Arguments> servers() {
    Searching standard = Searching.standard();
    return Stream.of(
        Arguments.of("as the standard says", standard),
        Arguments.of("a page limit", standard.pageLimit(7)),
        Arguments.of("a page limit that is not told", standard.pageLimit(7).withoutWarning()),
        Arguments.of("short pages", standard.pageLimit(8).shortPages()),
        Arguments.of("empty arrays", standard.emptyArray()),
        Arguments.of("no includefield", standard.refusing("includefield")),
        Arguments.of("neither limit nor offset", standard.refusing("limit").refusing("offset")),
        Arguments.of("too large", standard.tooLargeAbove(12)),
        Arguments.of("offset of no effect", standard.ignoringOffset()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("servers")
  void searchesNameWhatMetadataNames(String name, Searching searching) throws Exception {
    serveSearching(LARGE, searching);
    DumpState state = run(by(Discovery.QIDO, LARGE_UID)).overall().dump();

    assertThat(state.missing().groups()).isEmpty();
    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(extent(state)).containsExactly(3L, 75L, 75L);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(75L, 0L, 0L, 0L, 0L);
    dumped().assertSound(LARGE.uid());

    server.clearRequests();
    assertThat(run(by(Discovery.QIDO, LARGE_UID)).verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(server.requests()).isEmpty();
    dumped().assertSound(LARGE.uid());
  }

  static Stream<Arguments> cuttingServers() {
    Searching limited = Searching.standard().pageLimit(20);
    return Stream.of(
        Arguments.of("the same page for ever", limited.ignoringOffset()),
        Arguments.of("no later page", limited.reach(20)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cuttingServers")
  void aSearchThatIsCutIsAFailure(String name, Searching searching) throws Exception {
    serveSearching(LARGE, searching);
    DumpState state = run(by(Discovery.QIDO, LARGE_UID)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(extent(state)).containsExactly(3L, 60L, 60L);
    assertThat(state.missing().groups())
        .hasSize(3)
        .allSatisfy(
            group -> {
              assertThat(group.kind()).isEqualTo(ResourceKind.INSTANCES_SEARCH);
              assertThat(group.outcome()).isEqualTo(Outcome.INCOMPLETE);
            });
    dumped().assertSound(LARGE.uid());
  }

  @ParameterizedTest
  @CsvSource({"404, COMPLETE, 1", "501, COMPLETE, 1", "400, INCOMPLETE, 0", "503, INCOMPLETE, 0"})
  void searchesStandInForStudyMetadata(int status, DumpVerdict verdict, long unsupported)
      throws Exception {
    server.when(path(SMALL.path() + "/metadata")).reply(Replies.status(status));
    DumpState state = run(by(Discovery.AUTO, STUDY)).overall().dump();

    assertThat(state.verdict()).isEqualTo(verdict);
    assertThat(extent(state)).containsExactly(3L, 8L, 12L);
    assertThat(numbers(state, ResourceKind.STUDY_METADATA))
        .containsExactly(0L, 0L, 1 - unsupported, unsupported, 0L);
    assertThat(numbers(state, ResourceKind.SERIES_METADATA)).containsExactly(3L, 0L, 0L, 0L, 0L);
    assertThat(server.requests(pathMatches("/instances$"))).isEmpty();
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void searchesStandInForSeriesMetadataToo() throws Exception {
    server.when(pathMatches("/studies/[^/]+(/series/[^/]+)?/metadata$")).reply(Replies.status(404));
    DumpState state = run(by(Discovery.AUTO, STUDY, Content.FRAMES)).overall().dump();

    assertThat(extent(state)).containsExactly(3L, 8L, 12L);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(12L, 0L, 0L, 0L, 0L);
    dumped().assertSound(SMALL.uid());
  }

  @ParameterizedTest
  @CsvSource({"401", "403"})
  void aStudyThatIsForbiddenIsNotSearched(int status) throws Exception {
    serve(SMALL, LARGE);
    server.when(path(SMALL.path() + "/metadata")).reply(Replies.status(status));
    run(request(LARGE_UID, STUDY));

    assertThat(server.requests(pathMatches("/series$"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"WADO", "QIDO", "AUTO"})
  void aStudyThatNobodyKnowsWasNotHad(Discovery discovery) throws Exception {
    DumpState state = run(by(discovery, new Uid("1.9"))).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(state.missing().groups())
        .singleElement()
        .satisfies(group -> assertThat(group.kind()).isEqualTo(ResourceKind.STUDY_METADATA));
    dumped().assertSound("1.9");
  }

  @Test
  void theSearchesThemselvesCanBeDumped() throws Exception {
    DumpState state = run(by(Discovery.AUTO, STUDY, Content.QIDO)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(dumped().files(SMALL.uid()))
        .allMatch(file -> file.matches("(series/[^/]+/)?qido/(series|instances)[.][12].*"))
        .contains("qido/series.1", "qido/instances.1", "series/2.999.1.1/qido/instances.1")
        .contains("qido/series.2.dump.json")
        .doesNotContain("qido/series.2");
    dumped().assertSound(SMALL.uid());
  }

  @Test
  void theSearchesOfAnotherServerAreNotGoneOnWith() throws Exception {
    run(by(Discovery.AUTO, STUDY, Content.QIDO));
    serve(SMALL);

    assertThatThrownBy(() -> run(by(Discovery.AUTO, STUDY, Content.QIDO)))
        .isInstanceOf(OtherDumpException.class);
  }

  @Test
  void aListOfFailuresGoesOnWithASearch() throws Exception {
    serve(LARGE);
    server
        .when(pathMatches("/series/2[.]999[.]2[.]2/instances$"))
        .reply(Replies.status(503))
        .times(1);
    Path list = temp.resolve("missing.jsonl");
    run(by(Discovery.QIDO, LARGE_UID).failed(list));
    assertThat(Files.readAllLines(list))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("qido-instances"));

    DumpState state =
        run(by(Discovery.QIDO, LARGE_UID).onlyFailed(list).failed(list)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(extent(state)).containsExactly(3L, 75L, 75L);
    dumped().assertSound(LARGE.uid());
  }

  @Test
  void searchesOfAStudyWithoutAnyAreAFailure() throws Exception {
    DumpState state = run(by(Discovery.AUTO, new Uid("1.9"), Content.QIDO)).overall().dump();

    assertThat(state.verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(state.missing().groups()).hasSize(1);
  }

  @Test
  void aFormerPageIsKeptWhenTheSearchBringsSomethingElse() throws Exception {
    run(by(Discovery.AUTO, STUDY, Content.QIDO));
    server
        .when(path(SMALL.path() + "/series"))
        .reply(Replies.normal().body(bytes -> withBlank(bytes)));
    run(by(Discovery.AUTO, STUDY, Content.QIDO).rerun(new Rerun(false, true, false)));

    assertThat(dumped().files(SMALL.uid()))
        .contains("qido/series.1", "qido/series.1.1", "qido/series.1.1.dump.json");
  }

  private static byte[] withBlank(byte[] json) {
    byte[] longer = Arrays.copyOf(json, json.length + 1);
    longer[json.length] = ' ';
    return longer;
  }

  @Test
  void whatSearchesNamedCountsWhenTheRunEndsBeforeIt() throws Exception {
    serve(LARGE);
    run(by(Discovery.QIDO, LARGE_UID));
    server.when(pathMatches("/frames/")).reply(Replies.status(429).header("Retry-After", "9999"));
    String first = LARGE.series().get(0).instances().get(0).path().replace("/studies/", "");
    Files.delete(temp.resolve("dump/" + first + "/frames/1.dump.json"));
    DumpState state = run(by(Discovery.QIDO, LARGE_UID)).overall().dump();

    assertThat(extent(state)).containsExactly(3L, 75L, 75L);
    assertThat(numbers(state, ResourceKind.FRAME)).containsExactly(74L, 0L, 0L, 0L, 1L);
  }

  @Test
  void smallStudiesDoNotIdleWorkers() throws Exception {
    SyntheticStudy[] studies = new SyntheticStudy[20];
    Arrays.setAll(
        studies,
        i ->
            SyntheticStudy.builder("2.999.100." + i)
                .series(InstanceTemplate.image(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, 1))
                .build());
    serve(studies);
    server.holdUntilInFlight(pathMatches("/frames/1$"), 8);
    Uid[] uids = Stream.of(studies).map(study -> new Uid(study.uid())).toArray(Uid[]::new);
    DumpResult result = run(request(uids).concurrency(8));

    assertThat(result.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(server.greatestInFlight()).isEqualTo(8);
  }
}
