package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.metadata;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import dev.dicomwebdump.testkit.server.Searching;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that keep no bodies, and runs that go on with what they left. */
class RecordsOnlyRunTest extends RunOnFakeServer {

  private static final String METADATA = "/studies/" + STUDY + "/metadata";

  private DumpRequestBuilder recordsOnly() {
    return request(STUDY).keep(Keep.NONE).concurrency(3);
  }

  private DumpResult runAgain(DumpRequestBuilder request) throws InterruptedException {
    server.clearRequests();
    return run(request);
  }

  private List<String> asked() {
    return server.requests().stream().map(ReceivedRequest::path).sorted().toList();
  }

  private JsonNode summary() {
    return dumped().json(STUDY + "/_dump/summary.json");
  }

  private int count(String kind, String outcome) {
    return summary().at("/dump/resources/" + kind + "/" + outcome).asInt();
  }

  private List<String> recordsOfAFullDump(Selection selection) {
    Path other = temp.resolve("full");
    DumpRequest request =
        new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), other)
            .studies(List.of(STUDY))
            .selection(selection)
            .build();
    assertThat(new DicomwebDump(request, event -> {}, warning -> {}).run().verdict())
        .isEqualTo(DumpVerdict.COMPLETE);
    return new Dumped(other)
        .files(STUDY.value()).stream().filter(file -> file.endsWith(".dump.json")).toList();
  }

  static List<Selection> selections() {
    List<Selection> selections = new ArrayList<>();
    for (Discovery discovery : Discovery.values()) {
      selections.add(Selection.PLAIN.by(discovery));
    }
    selections.add(Selection.PLAIN.with(Content.INSTANCES));
    selections.add(Selection.PLAIN.with(Content.STUDY_INSTANCES).with(Content.SERIES_INSTANCES));
    selections.add(Selection.PLAIN.with(Content.QIDO).with(Content.RENDERED));
    return selections;
  }

  @ParameterizedTest
  @MethodSource("selections")
  void theSameRecordsAreLeftAsWithBodiesAndNothingElse(Selection selection) throws Exception {
    DumpResult result = run(recordsOnly().selection(selection));

    assertThat(result.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(dumped().files(STUDY.value())).isNotEmpty().isEqualTo(recordsOfAFullDump(selection));
    dumped().assertSound(STUDY.value());
    assertThat(summary().at("/run/options/keep").asText()).isEqualTo("none");
  }

  static List<Reply> largeMetadata() {
    Reply large =
        Replies.normal()
            .body(
                json ->
                    ("[" + " ".repeat(3 << 20) + new String(json, UTF_8).substring(1))
                        .getBytes(UTF_8));
    return List.of(large, Replies.gzip());
  }

  @ParameterizedTest
  @MethodSource("largeMetadata")
  void metadataOfAnySizeAndCodingIsWalkedOver(Reply reply) throws Exception {
    server.when(metadata()).reply(reply);

    DumpResult result = run(recordsOnly().compressed(true));

    assertThat(result.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(count("frame", "complete")).isEqualTo(12);
    assertThat(dumped().files("")).allMatch(file -> file.endsWith(".dump.json"));
  }

  private DumpRequestBuilder searching(String query) {
    server.close();
    server = FakeDicomWebServer.builder().study(SMALL).searching(Searching.standard()).start();
    return request().keep(Keep.NONE).queries(List.of(StudyQuery.parse(query)));
  }

  @Test
  void aSearchThatFindsNothingIsARecordToo() {
    assertThatThrownBy(() -> run(searching("PatientID=nobody")))
        .isInstanceOf(NothingFoundException.class);

    assertThat(temp.resolve("dump/_dump/qido/studies.1.dump.json")).exists();
  }

  @Test
  void pagesOfSearchesForStudiesAreRecordsToo() throws Exception {
    DumpRequestBuilder request = searching("StudyInstanceUID=" + STUDY);

    run(request);

    assertThat(temp.resolve("dump/_dump/qido/studies.1.dump.json")).exists();
    assertThat(temp.resolve("dump/_dump/qido/studies.1")).doesNotExist();
    assertThat(runAgain(request).verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(temp.resolve("dump/_dump/qido")).isDirectoryNotContaining("glob:**studies.1.1*");
  }

  @Test
  void theSameAgainAsksForMetadataAloneAndKeepsItsRecords() throws Exception {
    run(recordsOnly());
    List<String> files = dumped().files("");
    byte[] record = dumped().bytes(STUDY + "/metadata.dump.json");

    assertThat(runAgain(recordsOnly()).verdict()).isEqualTo(DumpVerdict.COMPLETE);

    assertThat(asked()).isNotEmpty().allMatch(path -> path.endsWith("/metadata"));
    assertThat(dumped().files("")).isEqualTo(files);
    assertThat(dumped().bytes(STUDY + "/metadata.dump.json")).isEqualTo(record);
    assertThat(count("frame", "complete")).isEqualTo(12);
    dumped().assertSound(STUDY.value());
  }

  @Test
  void metadataThatDiffersNowKeepsItsFormerRecord() throws Exception {
    AtomicReference<String> end = new AtomicReference<>("");
    server
        .when(path(METADATA))
        .reply(Replies.normal().body(json -> (new String(json, UTF_8) + end).getBytes(UTF_8)));
    run(recordsOnly());
    byte[] former = dumped().bytes(STUDY + "/metadata.dump.json");
    end.set("\n");

    run(recordsOnly());

    assertThat(dumped().bytes(STUDY + "/metadata.1.dump.json")).isEqualTo(former);
    assertThat(dumped().json(STUDY + "/metadata.dump.json").at("/_dicomweb/body/bytes").asInt())
        .isEqualTo(
            1 + dumped().json(STUDY + "/metadata.1.dump.json").at("/_dicomweb/body/bytes").asInt());
    dumped().assertSound(STUDY.value());
  }

  @Test
  void whatFailedIsAskedForAgain() throws Exception {
    server.when(pathEndsWith("2.999.1.1.3/frames/2")).times(1).reply(Replies.status(404));
    assertThat(run(recordsOnly()).verdict()).isEqualTo(DumpVerdict.INCOMPLETE);

    assertThat(runAgain(recordsOnly()).verdict()).isEqualTo(DumpVerdict.COMPLETE);

    assertThat(server.requests(frames())).hasSize(1);
    dumped().assertSound(STUDY.value());
  }

  @Test
  void metadataThatIsNotHadAnyMoreIsAFailure() throws Exception {
    run(recordsOnly());
    server.when(path(METADATA)).reply(Replies.status(500));

    assertThat(run(recordsOnly().selection(Selection.PLAIN.by(Discovery.WADO))).verdict())
        .isNotEqualTo(DumpVerdict.COMPLETE);

    assertThat(dumped().json(STUDY + "/metadata.dump.json").at("/_dicomweb/outcome").asText())
        .isEqualTo("failed");
    dumped().assertSound(STUDY.value());
  }

  @Test
  void aRunWithBodiesFetchesThem() throws Exception {
    run(recordsOnly());

    assertThat(runAgain(request(STUDY).payloads(true)).verdict()).isEqualTo(DumpVerdict.COMPLETE);

    assertThat(asked()).hasSize(SMALL_RESOURCES);
    dumped().assertSound(STUDY.value());
    assertThat(dumped().files("")).anyMatch(file -> file.endsWith("/frames/1.bin"));
    assertThat(summary().at("/run/options/keep").asText()).isEqualTo("body");
  }

  /** A run with bodies that ends before it has them does not pass for complete. */
  @Test
  void recordsAloneDoNotPassForBodies() throws Exception {
    run(recordsOnly());
    server.when(any()).reply(Replies.status(429).header("Retry-After", "9999"));

    DumpResult result = run(request(STUDY));

    assertThat(result.verdict()).isNotEqualTo(DumpVerdict.COMPLETE);
  }

  @ParameterizedTest
  @EnumSource(
      value = Keep.class,
      names = {"BODY", "PARTS"})
  void aFolderWithBodiesIsRefusedUnlessItIsBegunAnew(Keep keep) throws Exception {
    run(request(STUDY).keep(keep));

    assertThatThrownBy(() -> run(recordsOnly()))
        .isInstanceOf(OtherDumpException.class)
        .hasMessageContaining("--records-only");
    assertThat(run(recordsOnly().rerun(new Rerun(false, false, true))).verdict())
        .isEqualTo(DumpVerdict.COMPLETE);
    assertThat(dumped().files("")).allMatch(file -> file.endsWith(".dump.json"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 20})
  void aRunThatGoesOnAndEndsEarlyTellsOfAllRecords(int requests) throws Exception {
    server.when(pathEndsWith("2.999.1.1.3/frames/2")).times(1).reply(Replies.status(404));
    run(recordsOnly());
    server.clearRules();
    server.when(any()).after(requests).reply(Replies.status(429).header("Retry-After", "9999"));

    DumpResult result = run(recordsOnly().concurrency(1));

    assertThat(result.end()).isEqualTo(requests < 20 ? RunEnd.GAVE_UP : RunEnd.FINISHED);
    assertThat(result.verdict())
        .isEqualTo(requests < 20 ? DumpVerdict.INCOMPLETE : DumpVerdict.COMPLETE);
    assertThat(count("frame", "complete")).isGreaterThanOrEqualTo(11);
    assertThat(count("instance-metadata", "complete")).isEqualTo(8);
    dumped().assertSound(STUDY.value());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 8})
  void aFirstRunThatEndsEarlyTellsWhatItHad(int requests) throws Exception {
    server.when(any()).after(requests).reply(Replies.status(429).header("Retry-After", "9999"));

    assertThat(run(recordsOnly()).end()).isEqualTo(RunEnd.GAVE_UP);

    dumped().assertSound(STUDY.value());
    assertThat(dumped().files("")).allMatch(file -> file.endsWith(".dump.json"));
  }

  @Test
  void whatNeedsBodiesIsRefused() {
    List<DumpRequestBuilder> wrong =
        List.of(
            recordsOnly().payloads(true),
            recordsOnly().pretty(true),
            recordsOnly().dicom(temp.resolve("files")),
            recordsOnly().onlyFailed(temp.resolve("list")));

    for (DumpRequestBuilder request : wrong) {
      assertThatThrownBy(request::build)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("--records-only");
    }
  }
}
