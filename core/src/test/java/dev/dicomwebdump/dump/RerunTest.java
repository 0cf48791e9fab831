package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.metadata;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import dev.dicomwebdump.testkit.server.Replies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A second run over what a first one left, and something was done to. */
@Timeout(60)
class RerunTest {

  private static final SyntheticStudy ONE_FRAME = SyntheticStudies.large(1, 1, 1);
  private static final String STUDY = ONE_FRAME.uid();
  private static final String FRAME =
      ONE_FRAME.instances().get(0).path().substring("/studies/".length()) + "/frames/1";
  private static final String RECORD = FRAME + ".dump.json";
  private static final String PAYLOAD = FRAME + ".bin";
  private static final Rerun RECHECK = new Rerun(true, false, false);
  private static final Rerun REFRESH = new Rerun(false, true, false);

  @TempDir Path folder;
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(ONE_FRAME);

  /** What is done to a dump. */
  private interface Deed {
    void done(Path folder) throws IOException;
  }

  @BeforeEach
  void dump() throws IOException {
    assertThat(run(Rerun.RESUME)).isEqualTo(DumpVerdict.COMPLETE);
    server.clearRequests();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private DumpVerdict run(Rerun rerun) throws IOException {
    DumpRequest request =
        new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), folder)
            .studies(List.of(new Uid(STUDY)))
            .selection(Selection.PLAIN.by(Discovery.WADO))
            .payloads(true)
            .retries(0)
            .rerun(rerun)
            .build();
    return new DicomwebDump(request, event -> {}, warning -> {}).run().verdict();
  }

  static Stream<Arguments> deeds() {
    return Stream.of(
        arguments("nothing", deed(at -> {}), Rerun.RESUME, false),
        arguments("nothing", deed(at -> {}), RECHECK, false),
        arguments("body is gone", deed(at -> Files.delete(at.resolve(FRAME))), Rerun.RESUME, true),
        arguments(
            "record is gone", deed(at -> Files.delete(at.resolve(RECORD))), Rerun.RESUME, true),
        arguments("record is cut", deed(at -> cut(at.resolve(RECORD))), Rerun.RESUME, true),
        arguments(
            "record is empty",
            deed(at -> Files.write(at.resolve(RECORD), new byte[0])),
            Rerun.RESUME,
            true),
        arguments("record of another", deed(RerunTest::recordOfAnother), Rerun.RESUME, true),
        arguments("body is cut", deed(at -> cut(at.resolve(FRAME))), Rerun.RESUME, true),
        arguments("body is younger", deed(at -> touch(at.resolve(FRAME), 60)), Rerun.RESUME, false),
        arguments("body is changed", deed(at -> change(at.resolve(FRAME), 60)), Rerun.RESUME, true),
        arguments(
            "body is changed in secret",
            deed(at -> change(at.resolve(FRAME), -60)),
            Rerun.RESUME,
            false),
        arguments(
            "body is changed in secret", deed(at -> change(at.resolve(FRAME), -60)), RECHECK, true),
        arguments("and the run was killed", deed(RerunTest::changedAndKilled), Rerun.RESUME, true),
        arguments(
            "payload is gone", deed(at -> Files.delete(at.resolve(PAYLOAD))), Rerun.RESUME, false),
        arguments("payload is cut", deed(at -> cut(at.resolve(PAYLOAD))), Rerun.RESUME, false),
        arguments(
            "payload is changed", deed(at -> change(at.resolve(PAYLOAD), 60)), Rerun.RESUME, false),
        arguments(
            "payload is changed in secret",
            deed(at -> change(at.resolve(PAYLOAD), -60)),
            RECHECK,
            false));
  }

  @ParameterizedTest(name = "{0}, {2}: asked again {3}")
  @MethodSource("deeds")
  void whatIsNotAsItsRecordSaysIsMended(String what, Deed deed, Rerun rerun, boolean askedAgain)
      throws IOException {
    Dumped dumped = new Dumped(folder);
    byte[] payload = dumped.bytes(PAYLOAD);
    deed.done(folder);

    assertThat(run(rerun)).isEqualTo(DumpVerdict.COMPLETE);

    assertThat(server.requests())
        .extracting(ReceivedRequest::path)
        .isEqualTo(askedAgain ? List.of("/studies/" + FRAME) : List.of());
    assertThat(dumped.bytes(PAYLOAD)).isEqualTo(payload);
    if (rerun.recheck() || !what.endsWith("in secret")) {
      dumped.assertSound(STUDY);
    }
  }

  /** The moments at which a run may be killed that sets a former response aside. */
  static Stream<Arguments> moments() {
    return Stream.of(
        arguments("only the copy", deed(at -> copyOfFormer(at))),
        arguments("the former has its record", deed(at -> former(at))),
        arguments(
            "the present has none",
            deed(
                at -> {
                  former(at);
                  Files.delete(document(at, ".dump.json"));
                })),
        arguments(
            "nor its body",
            deed(
                at -> {
                  former(at);
                  Files.delete(document(at, ".dump.json"));
                  Files.delete(document(at, ""));
                })));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("moments")
  void aRefreshThatWasKilledKeepsTheFormerResponseOnce(String moment, Deed deed)
      throws IOException {
    byte[] former = Files.readAllBytes(document(folder, ""));
    deed.done(folder);
    server
        .when(path("/studies/" + STUDY + "/metadata"))
        .reply(Replies.normal().body(bytes -> (new String(bytes, UTF_8) + "\n").getBytes(UTF_8)));

    run(REFRESH);

    Dumped dumped = new Dumped(folder);
    assertThat(dumped.bytes(STUDY + "/metadata.1")).isEqualTo(former);
    assertThat(dumped.bytes(STUDY + "/metadata")).hasSize(former.length + 1);
    assertThat(folder.resolve(STUDY + "/metadata.2")).doesNotExist();
    assertSoundWithFormer();

    run(Rerun.RESUME);

    assertSoundWithFormer();
  }

  @Test
  void theFormerResponseCountsWhenThePresentOneHasToBeHadAgain() throws IOException {
    former(folder);
    Files.delete(document(folder, ".dump.json"));
    server.when(metadata()).reply(Replies.status(404));

    assertThat(run(Rerun.RESUME)).isEqualTo(DumpVerdict.FAILED);

    assertThat(folder.resolve(STUDY + "/_dump/SHA256SUMS"))
        .content()
        .contains("  metadata.1\n", "  metadata.1.dump.json\n");
  }

  @Test
  void aRefreshThatFailsLeavesWhatIsThere() throws IOException {
    List<String> before = new Dumped(folder).files("");
    server.when(metadata()).reply(Replies.status(404));

    assertThat(run(REFRESH)).isEqualTo(DumpVerdict.INCOMPLETE);

    assertThat(new Dumped(folder).files("")).isEqualTo(before);
    new Dumped(folder).assertSound(STUDY);
  }

  private void assertSoundWithFormer() throws IOException {
    List<String> listed =
        Files.readAllLines(folder.resolve(STUDY + "/_dump/SHA256SUMS")).stream()
            .map(line -> line.substring(66))
            .toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(new Dumped(folder).files(STUDY));
  }

  private static Deed deed(Deed deed) {
    return deed;
  }

  private static void cut(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
  }

  private static void change(Path file, int secondsLater) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    touch(file, secondsLater);
  }

  private static void touch(Path file, int secondsLater) throws IOException {
    long now = System.currentTimeMillis();
    Files.setLastModifiedTime(file, FileTime.fromMillis(now + 1000L * secondsLater));
  }

  private static void recordOfAnother(Path at) throws IOException {
    Files.write(at.resolve(RECORD), Files.readAllBytes(document(at, ".dump.json")));
  }

  private static void changedAndKilled(Path at) throws IOException {
    change(at.resolve(FRAME), -60);
    Files.createFile(at.resolve(STUDY + "/_dump/SHA256SUMS.tmp"));
  }

  private static Path document(Path at, String ending) {
    return at.resolve(STUDY + "/metadata" + ending);
  }

  private static void copyOfFormer(Path at) throws IOException {
    Files.copy(document(at, ""), document(at, ".1"));
  }

  private static void former(Path at) throws IOException {
    copyOfFormer(at);
    String record = Files.readString(document(at, ".dump.json"));
    Files.writeString(
        document(at, ".1.dump.json"),
        record.replaceAll("\"file\" *: *\"metadata\"", "\"file\":\"metadata.1\""));
  }
}
