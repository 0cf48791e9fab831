package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.image;
import static dev.dicomwebdump.testkit.dicom.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.metadata;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.MissingGroup;
import dev.dicomwebdump.archive.ResourceCounts;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.Body;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import dev.dicomwebdump.transport.TransportSettings;
import dev.dicomwebdump.transport.TransportSettingsBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that mean harm: each comes to a clear end, and nothing is written elsewhere. */
class HostileServerTest {

  private static final SyntheticStudy STUDY =
      SyntheticStudy.builder("2.999.7")
          .series(image(EXPLICIT_VR_LITTLE_ENDIAN, 2), image(EXPLICIT_VR_LITTLE_ENDIAN, 1))
          .build();
  private static final String SERIES = "2.999.7.1";
  private static final String STUDY_METADATA = "/studies/2.999.7/metadata";
  private static final String INSTANCE = "2.999.7/series/2.999.7.1/instances/2.999.7.1.1";

  private final FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY);
  @TempDir Path outside;

  @AfterEach
  void nothingIsWrittenOutside() throws IOException {
    server.close();
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf("out");
    }
  }

  static Stream<String> badNames() {
    return Stream.of(
        "../x",
        "..",
        "../../../../../../../../tmp/x",
        "/tmp/x",
        "1.2/../../../x",
        "1\\u00002",
        "..\\\\x",
        "_dump",
        "1.2.",
        "9".repeat(10_000),
        "");
  }

  @ParameterizedTest
  @MethodSource("badNames")
  void aUidThatCannotBeANameIsAFailureOfItsEntry(String uid) throws Exception {
    serve(STUDY_METADATA, "[" + entry(uid, "1.1") + "," + entry(SERIES, "2.999.7.1.1") + "]");
    serve(
        "/studies/2.999.7/series/2.999.7.1/metadata",
        "[" + entry(SERIES, uid) + "," + entry(SERIES, "2.999.7.1.1") + "]");

    DumpState dump = dump();

    assertThat(dump.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(dump.missing().groups())
        .extracting(MissingGroup::kind, group -> group.problem().kind())
        .containsExactly(
            tuple(ResourceKind.STUDY_METADATA, Problem.Kind.UID),
            tuple(ResourceKind.SERIES_METADATA, Problem.Kind.UID));
    assertThat(complete(dump, ResourceKind.FRAME)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "/tmp/x", "file:///tmp/x"})
  void aContentLocationNamesNoFile(String location) throws Exception {
    server.when(any()).reply(Replies.normal().header("Content-Location", location));

    assertThat(dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
  }

  @Test
  void metadataThatIsNestedTooDeepIsNotRead() throws Exception {
    String deep = "{\"00081115\":{\"Value\":[".repeat(10_000) + "]}}".repeat(10_000);
    serve(STUDY_METADATA, "[" + deep + "]");

    assertThat(dump().verdict()).isEqualTo(DumpVerdict.FAILED);
  }

  @Test
  void framesAreNotAskedForWithoutEnd() throws Exception {
    serveFrames(Integer.MAX_VALUE);
    server.when(frames()).reply(Replies.status(404));

    DumpState dump = dump();

    assertThat(dump.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(server.requests(frames())).hasSizeBetween(2000, 2010);
    assertThat(dump.missing().groups()).hasSize(2);
    assertThat(dump.missing().groups().stream().mapToLong(MissingGroup::count).sum())
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(counts(dump, ResourceKind.FRAME).pending()).isZero();
  }

  @Test
  void oneFrameThatIsHadLetsTheOthersBeAskedFor() throws Exception {
    serveFrames(1_500);
    server.when(pathMatches("/frames/(500|1000)$")).reply(frame());
    server.when(frames()).reply(Replies.status(404));

    DumpState dump = dump();

    assertThat(complete(dump, ResourceKind.FRAME)).isEqualTo(2);
    assertThat(dump.missing().groups())
        .singleElement()
        .extracting(MissingGroup::frames)
        .isEqualTo("1-499,501-999,1001-1500");
  }

  @Test
  void aBodyWithoutEndIsKeptUpToTheLimitAndNotAskedForAgain() throws Exception {
    Body endless =
        out -> {
          while (true) {
            out.write(new byte[10_000]);
          }
        };
    server
        .when(frames())
        .reply(Replies.untilClose().then((request, normal) -> normal.withBody(endless)));

    DumpState dump = dump(new ByteSize(50_000));

    assertThat(dump.missing().groups())
        .allSatisfy(group -> assertThat(group.outcome()).isEqualTo(Outcome.INCOMPLETE))
        .allSatisfy(group -> assertThat(group.problem().kind()).isEqualTo(Problem.Kind.TOO_LARGE));
    assertThat(server.requests(frames())).hasSize(3);
    assertThat(outside.resolve("out/" + INSTANCE + "/frames/1.partial")).hasSize(50_000);
  }

  @Test
  void contentThatExpandsBeyondTheLimitIsRefused() throws Exception {
    server
        .when(frames())
        .reply(
            Replies.status(200, "application/octet-stream", " ".repeat(1_000_000))
                .then(Replies.gzip()));

    DumpState dump = dump(new ByteSize(50_000));

    assertThat(dump.missing().groups())
        .extracting(group -> group.problem().kind())
        .containsOnly(Problem.Kind.TOO_LARGE);
    assertThat(server.requests(frames())).hasSize(3);
  }

  @Test
  void redirectsInACircleEnd() throws Exception {
    String elsewhere = server.url("/elsewhere").toString();
    server.when(path(STUDY_METADATA)).reply(Replies.redirect(302, elsewhere));
    server
        .when(path("/elsewhere"))
        .reply(Replies.redirect(302, server.url(STUDY_METADATA).toString()));

    DumpState dump = dump();

    assertThat(dump.verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(server.requests()).hasSize(2);
    assertThat(dump.missing().groups().get(0).problem().kind()).isEqualTo(Problem.Kind.REDIRECT);
  }

  @Test
  void whatIsNamedTwiceIsAskedForOnce() throws Exception {
    server.when(metadata()).reply(Replies.normal().body(HostileServerTest::doubled));

    DumpState dump = dump();

    assertThat(dump.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(List.of(dump.series(), dump.instances(), dump.frames())).containsExactly(1L, 2L, 3L);
    assertThat(dump.notes()).isEmpty();
    assertThat(server.requests()).hasSize(1 + 1 + 2 + 3);
  }

  @Test
  void aStudyThatIsAllAnotherStudyIsNotHad() throws Exception {
    serve(
        STUDY_METADATA,
        "[" + entry(SERIES, "2.999.7.1.1").replace("\"2.999.7\"", "\"2.999.8\"") + "]");

    DumpState dump = dump();

    assertThat(dump.verdict()).isEqualTo(DumpVerdict.FAILED);
    assertThat(dump.missing().groups().get(0).problem().kind()).isEqualTo(Problem.Kind.UID);
  }

  @Test
  void instancesOfAnotherStudyArePassedOver() throws Exception {
    String foreign = entry("2.999.8.1", "2.999.8.1.1").replace("\"2.999.7\"", "\"2.999.8\"");
    serve(STUDY_METADATA, "[" + foreign + "," + entry(SERIES, "2.999.7.1.1") + "]");

    DumpState dump = dump();

    assertThat(dump.verdict()).isEqualTo(DumpVerdict.COMPLETE);
    assertThat(dump.notes())
        .containsEntry("an entry of another study in the study's metadata was passed over", 1L);
    assertThat(server.requests(pathMatches("2.999.8"))).isEmpty();
  }

  @Test
  void aMillionUselessEntriesAreCountedInOneLine() throws Exception {
    serve(STUDY_METADATA, "[" + "{\"00280010\":{}},".repeat(999_999) + "{\"00280010\":{}}]");

    DumpState dump = dump();

    assertThat(dump.verdict()).isEqualTo(DumpVerdict.INCOMPLETE);
    assertThat(dump.missing().groups())
        .singleElement()
        .extracting(group -> group.problem().message())
        .asString()
        .startsWith("1000000 entries");
  }

  @Test
  void aDocumentThatIsMostlyBlankIsRead() throws Exception {
    String blanks = " \n".repeat(5_000_000);
    server
        .when(path(STUDY_METADATA))
        .reply(Replies.normal().body(bytes -> (blanks + new String(bytes, UTF_8)).getBytes(UTF_8)));

    assertThat(dump().verdict()).isEqualTo(DumpVerdict.COMPLETE);
  }

  @Test
  void partsWithoutEndAreNotRemembered() throws Exception {
    String parts = "--b\r\n\r\nx\r\n".repeat(200_000) + "--b--";
    server.when(frames()).reply(Replies.status(200, "multipart/related; boundary=b", parts));

    assertThat(dump().missing().groups())
        .extracting(group -> group.problem().kind())
        .containsOnly(Problem.Kind.MULTIPART);
  }

  @Test
  void theWordsOfAServerDoNotSteerATerminal() throws Exception {
    server.when(frames()).reply(Replies.status(200, "text/\u001b[2J\u202e", "x"));

    assertThat(dump().missing().groups())
        .allSatisfy(
            group ->
                assertThat(group.problem().message())
                    .contains("text/?[2j")
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
  }

  @Test
  void notesDoNotGrowWithTheServersWords() throws Exception {
    serveFrames(300);
    server
        .when(frames())
        .reply(
            (request, normal) ->
                frame().contentType("image/x" + request.path().hashCode()).to(request, normal));

    DumpState dump = dump();

    assertThat(complete(dump, ResourceKind.FRAME)).isEqualTo(300);
    assertThat(dump.notes()).hasSizeLessThanOrEqualTo(101).containsKey("others");
  }

  private void serve(String path, String json) {
    server.when(path(path)).reply(Replies.status(200, "application/dicom+json", json));
  }

  /** One instance, with so many frames. */
  private void serveFrames(int count) {
    String pixels = ",\"00280008\":{\"Value\":[" + count + "]}}";
    String entry = entry(SERIES, "2.999.7.1.1").replaceFirst("}$", pixels);
    server.when(metadata()).reply(Replies.status(200, "application/dicom+json", "[" + entry + "]"));
  }

  private static Reply frame() {
    return Replies.status(200, "application/octet-stream", "x".repeat(64));
  }

  private static String entry(String series, String instance) {
    return "{\"0020000D\":{\"Value\":[\"2.999.7\"]},\"0020000E\":{\"Value\":[\""
        + series
        + "\"]},\"00080018\":{\"Value\":[\""
        + instance
        + "\"]},\"00280010\":{\"Value\":[8]},\"00280011\":{\"Value\":[8]},\"00280004\":{}}";
  }

  private static byte[] doubled(byte[] json) {
    String entries = new String(json, UTF_8);
    String inner = entries.substring(1, entries.length() - 1);
    return ("[" + inner + "," + inner + "]").getBytes(UTF_8);
  }

  private static long complete(DumpState dump, ResourceKind kind) {
    return counts(dump, kind).complete();
  }

  private static ResourceCounts counts(DumpState dump, ResourceKind kind) {
    return Objects.requireNonNull(dump.resources().get(kind));
  }

  private DumpState dump() throws InterruptedException {
    return dump(ByteSize.UNLIMITED);
  }

  private DumpState dump(ByteSize maxBody) throws InterruptedException {
    TransportSettings transport =
        new TransportSettingsBuilder().maxBody(maxBody).http2(false).connections(4).build();
    DumpRequest request =
        new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), outside.resolve("out"))
            .studies(List.of(new Uid(STUDY.uid())))
            .selection(Selection.PLAIN.by(Discovery.WADO))
            .concurrency(4)
            .retries(0)
            .transport(transport)
            .build();
    return new DicomwebDump(request, event -> {}, warning -> {}).run().overall().dump();
  }
}
