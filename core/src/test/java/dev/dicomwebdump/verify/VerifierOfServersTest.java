package dev.dicomwebdump.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.dump.BulkDataOptions;
import dev.dicomwebdump.dump.Content;
import dev.dicomwebdump.dump.Discovery;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.dump.MetadataFormat;
import dev.dicomwebdump.dump.Selection;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import dev.dicomwebdump.testkit.server.Searching;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in the dumps of servers that deviate or fail. */
class VerifierOfServersTest {

  private static final String INSTANCE = "2.999.1/series/2.999.1.1/instances/2.999.1.1.3/";
  private static final String RESOURCE = "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.3";

  @TempDir Path folder;

  private TestDump dump(SyntheticStudy study, Consumer<FakeDicomWebServer> rules)
      throws InterruptedException {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(study)) {
      rules.accept(server);
      return TestDump.of(server, study.uid(), folder);
    }
  }

  @Test
  void whatIsCompressedIsProvenDecompressed() throws Exception {
    TestDump dump =
        dump(
            SyntheticStudies.small(),
            server -> server.when(RequestMatch.any()).reply(Replies.gzip()));

    assertThat(dump.findings()).isEmpty();
    dump.flip(INSTANCE + "frames/2", 12);
    assertThat(dump.findings())
        .containsExactly(INSTANCE + "frames/2: has not the SHA-256 that is recorded");
  }

  @Test
  void thePayloadOfAWholeBodyIsHeldAgainstTheBody() throws Exception {
    TestDump dump =
        dump(
            SyntheticStudies.small(),
            server -> server.when(RequestMatch.frames()).reply(Replies.singlePart()));

    assertThat(dump.findings()).isEmpty();
    dump.flip(INSTANCE + "frames/2.bin", 0);
    dump.delete(INSTANCE + "frames/1.bin");
    assertThat(dump.findings())
        .containsExactly(
            INSTANCE + "frames/1.bin: is not there, but recorded",
            INSTANCE + "frames/2.bin: is not what the body has in its place");
  }

  @Test
  void aFailureIsOneFinding() throws Exception {
    TestDump dump =
        dump(
            SyntheticStudies.small(),
            server ->
                server
                    .when(RequestMatch.path(RESOURCE + "/frames/2"))
                    .reply(Replies.status(404, "text/plain", "gone")));

    assertThat(dump.findings())
        .singleElement()
        .asString()
        .startsWith(INSTANCE + "frames/2.dump.json: is the record of what is failed: 404");
  }

  @ParameterizedTest
  @CsvSource({
    "/instances/.*/metadata$, 2.999.1/series/2.999.1.1/metadata",
    "/series/.*/metadata$, 2.999.1/metadata",
  })
  void theSizeOfAFrameIsProvenByTheMostDetailedMetadataThatWasHad(String refused, String told)
      throws Exception {
    TestDump dump =
        dump(
            SyntheticStudies.small(),
            server -> server.when(RequestMatch.pathMatches(refused)).reply(Replies.status(404)));
    String finding =
        INSTANCE + "frames/2: is recorded as complete, but: the frame has 35 bytes in place of 45";

    assertThat(dump.findings()).isNotEmpty().allMatch(line -> line.contains("what is failed: 404"));
    dump.forge(told, TestDump::withTwoMoreRows);
    assertThat(dump.findings()).contains(finding);
    dump.delete(told);
    assertThat(dump.findings()).doesNotContain(finding);
  }

  @Test
  void formerMetadataIsVerifiedLikeEverythingElse() throws Exception {
    String former = INSTANCE + "metadata.1";
    TestDump dump;
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      dump = TestDump.of(server, "2.999.1", folder);
      server
          .when(RequestMatch.path(RESOURCE + "/metadata"))
          .reply(Replies.normal().body(VerifierOfServersTest::withBlank));
      dump.refresh(server, "2.999.1");
    }

    assertThat(dump.file(former)).exists();
    assertThat(dump.findings()).isEmpty();
    dump.forge(former, body -> body.substring(0, 200));
    assertThat(dump.findings())
        .singleElement()
        .asString()
        .startsWith(former + ": is recorded as complete, but: the JSON breaks off");
    dump.flip(former, 0);
    assertThat(dump.findings()).containsExactly(former + ": has not the SHA-256 that is recorded");
    dump.delete(former + ".dump.json");
    assertThat(dump.findings()).anyMatch(line -> line.equals(former + ": belongs to no record"));
  }

  private static byte[] withBlank(byte[] json) {
    return (new String(json, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aLevelThatTheServerDoesNotHaveIsNotMissing() throws Exception {
    TestDump dump =
        dump(
            SyntheticStudies.large(1, 12, 2),
            server ->
                server
                    .when(RequestMatch.pathMatches("/instances/.*/metadata$"))
                    .reply(Replies.status(404)));

    assertThat(dump.findings()).isEmpty();
    dump.delete("2.999.2/series/2.999.2.1/instances/2.999.2.1.12/frames/2.dump.json");
    assertThat(dump.findings())
        .contains(
            "2.999.2/series/2.999.2.1/instances/2.999.2.1.12/frames: of 2 frames have no record: 2");
  }

  @Test
  void metadataThatWasNotHadAgainIsStillThere() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      TestDump dump = TestDump.of(server, "2.999.1", folder);
      server.when(RequestMatch.metadata()).reply(Replies.status(404));
      dump.refresh(server, "2.999.1");

      assertThat(dump.findings()).isEmpty();
    }
  }

  static Stream<Arguments> shortfalls() {
    String told = "2.999.2/_dump/summary.json: tells of a dump that is incomplete";
    Selection metadata =
        new Selection(
            Set.of(Content.INSTANCE_METADATA),
            Set.of(),
            Set.of(),
            Set.of(),
            MetadataFormat.JSON,
            BulkDataOptions.DEFAULTS,
            Discovery.QIDO,
            1);
    UnaryOperator<DumpRequestBuilder> bySearch = request -> request.selection(metadata);
    return Stream.of(
        Arguments.of(
            "a search that is cut",
            Searching.standard().pageLimit(20).ignoringOffset(),
            "/none",
            bySearch,
            told + ": the server gives the same results"),
        Arguments.of(
            "a search that was not made to its end",
            Searching.standard().pageLimit(20),
            "/series/2.999.2.3/instances$",
            bySearch,
            told),
        Arguments.of(
            "records alone, which name nothing",
            Searching.standard(),
            "/frames/1$",
            (UnaryOperator<DumpRequestBuilder>) request -> request.keep(Keep.NONE),
            told));
  }

  /** Of these, nothing in the folder but its summary tells. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("shortfalls")
  void whatTheRunKnewToBeMissingIsAFinding(
      String name,
      Searching searching,
      String pausing,
      UnaryOperator<DumpRequestBuilder> otherwise,
      String finding)
      throws Exception {
    SyntheticStudy study = SyntheticStudies.large(3, 25, 1);
    try (FakeDicomWebServer server =
        FakeDicomWebServer.builder().study(study).searching(searching).start()) {
      server
          .when(RequestMatch.pathMatches(pausing))
          .after(1)
          .reply(Replies.status(429).header("Retry-After", "9999"));
      TestDump dump =
          TestDump.of(
              server,
              study.uid(),
              folder,
              request -> otherwise.apply(request.payloads(false).selection(Selection.PLAIN)));

      assertThat(dump.findings()).singleElement().asString().startsWith(finding);
      assertThat(TestDump.findingsIn(folder.resolve(study.uid())))
          .singleElement()
          .asString()
          .startsWith(finding.replace("2.999.2/_dump", "_dump"));
    }
  }
}
