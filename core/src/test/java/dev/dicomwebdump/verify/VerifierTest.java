package dev.dicomwebdump.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each damage to a sound dump is found, and nothing else is. */
class VerifierTest {

  private static final String STUDY = "2.999.1/";
  private static final String SUMS = STUDY + "_dump/SHA256SUMS";
  private static final String SERIES = STUDY + "series/2.999.1.1/";
  private static final String INSTANCE = SERIES + "instances/2.999.1.1.3/";
  private static final String FRAME = INSTANCE + "frames/2";
  private static final String P10 = INSTANCE + "_/2.999.1.1.3";
  private static final String OTHER_SHA = " has not the SHA-256 that is recorded";
  private static final String DEEP = "x/".repeat(20);

  @TempDir static Path made;

  static TestDump clean;

  /** What is done to a dump. */
  @FunctionalInterface
  interface Damage {
    void doTo(TestDump dump) throws IOException;
  }

  @BeforeAll
  static void dump() throws InterruptedException {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      clean = TestDump.of(server, "2.999.1", made.resolve("clean"));
    }
  }

  @Test
  void aSoundDumpHasNoFindings() throws IOException {
    List<Finding> findings = new ArrayList<>();
    Verified verified = new Verifier(clean.folder(), findings::add).run();

    assertThat(findings).isEmpty();
    assertThat(verified.studies()).isEqualTo(1);
    assertThat(verified.records()).isEqualTo(33);
    assertThat(verified.bytes()).isEqualTo(bytesOf(clean.file("2.999.1")));
  }

  @Test
  void aStudysFolderIsVerifiedByItselfWhateverItsName(@TempDir Path folder) throws IOException {
    TestDump dump = clean.copyTo(folder);
    Path moved = Files.move(dump.file("2.999.1"), folder.resolve("elsewhere"));

    assertThat(TestDump.findingsIn(moved)).isEmpty();
    Files.delete(moved.resolve("metadata"));
    assertThat(TestDump.findingsIn(moved)).containsExactly("metadata: is not there, but recorded");
  }

  @Test
  void aFolderThatHoldsNoDumpIsNoneWhateverElseItHolds(@TempDir Path folder) throws IOException {
    new TestDump(folder).write("Documents/letter", "x");
    List<Finding> findings = new ArrayList<>();

    assertThat(new Verifier(folder, findings::add).run())
        .isEqualTo(new Verified(0, 0, 0, 0, 0, DigestKind.SHA256));
    assertThat(findings).isEmpty();
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        damage(
            "a bit of study metadata",
            dump -> dump.flip(STUDY + "metadata", 50),
            STUDY + "metadata:" + OTHER_SHA),
        damage(
            "a bit of series metadata",
            dump -> dump.flip(SERIES + "metadata", 0),
            SERIES + "metadata:" + OTHER_SHA),
        damage(
            "a bit of instance metadata",
            dump -> dump.flip(INSTANCE + "metadata", 0),
            INSTANCE + "metadata:" + OTHER_SHA),
        damage("a bit of a frame", dump -> dump.flip(FRAME, 90), FRAME + ":" + OTHER_SHA),
        damage(
            "a bit of a payload",
            dump -> dump.flip(FRAME + ".bin", 0),
            FRAME + ".bin:" + OTHER_SHA),
        damage("a bit of a DICOM file", dump -> dump.flip(P10, 300), P10 + ":" + OTHER_SHA),
        damage("a cut body", dump -> dump.cut(P10, 1), P10 + ": has 926 bytes, recorded are 927"),
        damage(
            "a longer payload",
            dump -> dump.write(FRAME + ".bin", "x".repeat(36)),
            FRAME + ".bin: has 36 bytes, recorded are 35"),
        damage(
            "two bodies swapped",
            dump -> dump.swap(FRAME, INSTANCE + "frames/1"),
            INSTANCE + "frames/1:" + OTHER_SHA,
            FRAME + ":" + OTHER_SHA),
        damage(
            "two frames swapped with their records",
            dump -> {
              dump.swap(FRAME, INSTANCE + "frames/1");
              dump.swap(FRAME + ".bin", INSTANCE + "frames/1.bin");
              dump.swap(FRAME + ".dump.json", INSTANCE + "frames/1.dump.json");
            },
            INSTANCE + "frames/1.dump.json: has another digest in SHA256SUMS",
            INSTANCE
                + "frames/1.dump.json: is the record of /studies/2.999.1/series/2.999.1.1"
                + "/instances/2.999.1.1.3/frames/2",
            FRAME + ".dump.json: has another digest in SHA256SUMS",
            FRAME
                + ".dump.json: is the record of /studies/2.999.1/series/2.999.1.1"
                + "/instances/2.999.1.1.3/frames/1"),
        damage(
            "an edited record",
            dump -> dump.edit(FRAME + ".dump.json", "127.0.0.1", "192.0.2.1"),
            FRAME + ".dump.json: has another digest in SHA256SUMS"),
        damage(
            "a record cut",
            dump -> dump.cut(FRAME + ".dump.json", 20),
            FRAME + ".dump.json: is no record: it is not JSON: Unexpected end-of-input"),
        damage(
            "an empty record",
            dump -> dump.write(FRAME + ".dump.json", ""),
            FRAME + ".dump.json: is no record: it is not a JSON object"),
        damage(
            "a line of the sums changed",
            dump -> dump.edit(SUMS, "(?m)^..(.*1.1.3/frames/2)$", "00$1"),
            FRAME + ": has another digest in SHA256SUMS"),
        damage(
            "a line of the sums missing",
            dump -> dump.edit(SUMS, "(?m)^.*2.999.1.1.3/frames/2\n", ""),
            FRAME + ": is not listed in SHA256SUMS"),
        damage(
            "a line of the sums twice",
            dump -> dump.edit(SUMS, "(?m)^(.*  metadata\n)", "$1$1"),
            SUMS + ": lists twice: metadata"),
        damage("sums cut", dump -> dump.cut(SUMS, 1), SUMS + ": cannot be compared: line "),
        damage(
            "a line too many in the sums",
            dump -> dump.edit(SUMS, "(?m)^(.*)  metadata\n", "$0$1  ../../etc/passwd\n"),
            SUMS + ": lists 1 file that is not there: ../../etc/passwd"),
        damage(
            "another study's summary",
            dump -> dump.edit(STUDY + "_dump/summary.json", "\"2.999.1\"", "\"2.999.2\""),
            STUDY + "_dump/summary.json: is not the summary of this study"),
        damage(
            "a summary cut",
            dump -> dump.cut(STUDY + "_dump/summary.json", 5),
            STUDY + "_dump/summary.json: is no summary: it is not JSON"));
  }

  static Stream<Arguments> losses() {
    return Stream.of(
        damage("a body", dump -> dump.delete(FRAME), FRAME + ": is not there, but recorded"),
        damage(
            "a payload",
            dump -> dump.delete(FRAME + ".bin"),
            FRAME + ".bin: is not there, but recorded"),
        damage(
            "a record",
            dump -> dump.delete(P10 + ".dump.json"),
            P10 + ": belongs to no record",
            P10 + ".bin: belongs to no record",
            P10 + ".dump.json: is not there, but metadata names its resource",
            SUMS + ": lists 1 file that is not there"),
        damage(
            "a frame with its record",
            dump -> {
              dump.delete(FRAME);
              dump.delete(FRAME + ".bin");
              dump.delete(FRAME + ".dump.json");
            },
            SUMS
                + ": lists 3 files that are not there: "
                + "series/2.999.1.1/instances/2.999.1.1.3/frames/2, …",
            INSTANCE + "frames: of 3 frames have no record: 2"),
        damage(
            "all frames",
            dump -> dump.delete(INSTANCE + "frames"),
            SUMS + ": lists 9 files that are not there",
            INSTANCE + "frames: of 3 frames have no record: 1-3"),
        damage(
            "an instance",
            dump -> dump.delete(INSTANCE),
            SUMS + ": lists 14 files that are not there",
            SERIES + "instances/2.999.1.1.3: the whole instance is not there"),
        damage(
            "a series",
            dump -> dump.delete(SERIES),
            SUMS + ": lists ",
            STUDY + "series/2.999.1.1: the whole series is not there, with 3 instances"),
        damage(
            "study metadata",
            dump -> {
              dump.delete(STUDY + "metadata");
              dump.delete(STUDY + "metadata.dump.json");
            },
            SUMS + ": lists 2 files that are not there: metadata, …",
            STUDY + "metadata.dump.json: is not there, but metadata names its resource"),
        damage(
            "the study",
            dump -> dump.delete(STUDY),
            "2.999.1: the whole study is not there, but in the summary"),
        damage("the sums", dump -> dump.delete(SUMS), SUMS + ": is not there"),
        damage(
            "the study's summary",
            dump -> dump.delete(STUDY + "_dump/summary.json"),
            STUDY + "_dump/summary.json: is not there: what was asked for is not known"),
        damage("the lock and the dump's summary", dump -> dump.delete("_dump")));
  }

  static Stream<Arguments> additions() {
    return Stream.of(
        damage(
            "a file among frames",
            dump -> dump.write(FRAME + ".txt", "x"),
            FRAME + ".txt: belongs to no record"),
        damage(
            "a payload of a part that is not there",
            dump -> dump.write(FRAME + ".2.bin", "x"),
            FRAME + ".2.bin: belongs to no record"),
        damage(
            "an error beside a success",
            dump -> dump.write(FRAME + ".error", "x"),
            FRAME + ".error: belongs to no record"),
        damage(
            "a folder among studies",
            dump -> dump.write("notes/x", "x"),
            "notes: belongs to no study"),
        damage(
            "a file among studies", dump -> dump.write("notes", "x"), "notes: belongs to no study"),
        damage(
            "temporary files",
            dump -> {
              dump.write(FRAME + ".tmp", "x");
              dump.write(SUMS + ".tmp", "x");
              dump.write("_dump/summary.json.tmp", "x");
            },
            SUMS + ".tmp: was left by a run that did not end in order",
            FRAME + ".tmp: was left by a run that did not end in order",
            "_dump/summary.json.tmp: was left by a run that did not end in order"),
        damage(
            "a name that would not show on its line",
            dump -> dump.write(FRAME + "\n\u001b[2J", ""),
            FRAME + "??[2J: belongs to no record"),
        damage(
            "folders without end",
            dump -> dump.write(STUDY + DEEP + "x", "x"),
            STUDY + "x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x: lies too deep to be of a dump"),
        damage(
            "a link in place of a file",
            dump -> {
              Files.move(dump.file(FRAME), dump.folder().resolveSibling("outside"));
              Files.createSymbolicLink(dump.file(FRAME), dump.folder().resolveSibling("outside"));
            },
            FRAME + ": is neither file nor folder, and was not followed",
            FRAME + ": is not there, but recorded"),
        damage(
            "a link in place of a folder",
            dump -> {
              Path moved = Files.move(dump.file(SERIES), dump.folder().resolveSibling("moved"));
              Files.createSymbolicLink(dump.file(STUDY + "series/2.999.1.1"), moved);
            },
            SUMS + ": lists ",
            STUDY + "series/2.999.1.1: is neither file nor folder, and was not followed",
            STUDY + "series/2.999.1.1: the whole series is not there"),
        damage(
            "a link in place of a study",
            dump -> Files.createSymbolicLink(dump.file("2.999.2"), dump.file("2.999.1")),
            "2.999.2: is a link, and was not followed"));
  }

  /** Changes that agree with record and sums, so that only a new proof finds them. */
  static Stream<Arguments> forgeries() {
    return Stream.of(
        damage(
            "JSON cut",
            dump -> dump.forge(INSTANCE + "metadata", body -> body.substring(0, 200)),
            INSTANCE + "metadata: is recorded as complete, but: the JSON breaks off"),
        damage(
            "another instance's metadata",
            dump ->
                dump.forge(
                    INSTANCE + "metadata", body -> body.replace("2.999.1.1.3", "2.999.1.1.9")),
            INSTANCE
                + "metadata: is recorded as complete, but: the metadata is not of what was asked for"),
        damage(
            "no closing delimiter",
            dump -> dump.forge(FRAME, body -> body.substring(0, body.length() - 6)),
            FRAME + ": is recorded as complete, but: "),
        damage(
            "a frame of other bytes",
            dump -> dump.forge(FRAME, body -> body.replace('\u0001', '\u0002')),
            FRAME + ".dump.json: tells another SHA-256 of part 1 than it has in the body"),
        damage(
            "more frames than there are",
            dump ->
                dump.forge(
                    INSTANCE + "metadata",
                    body -> body.replaceFirst("(\"00280008\":[^}]*)\"?3\"?]", "$12147483647]")),
            INSTANCE + "metadata.dump.json: tells of content of 1208 bytes, but it has 1217",
            P10 + ": is recorded as complete, but: the file has 760 bytes, its pixels alone need",
            INSTANCE + "frames: of 2147483647 frames have no record: 4-1003, …"),
        damage(
            "more rows than the frames have",
            dump -> dump.forge(INSTANCE + "metadata", TestDump::withTwoMoreRows),
            INSTANCE + "frames/1: is recorded as complete, but: the frame has 35 bytes in place of",
            FRAME + ": is recorded as complete, but: the frame has 35 bytes in place of 45",
            INSTANCE
                + "frames/3: is recorded as complete, but: the frame has 35 bytes in place of"),
        damage(
            "metadata without end",
            dump -> dump.forge(STUDY + "metadata", body -> "[{\"00081199\":".repeat(100_000)),
            STUDY + "metadata: is recorded as complete, but: "),
        damage(
            "no DICOM file",
            dump -> dump.forge(P10, body -> body.replace("DICM", "DOCM")),
            P10 + ": is recorded as complete, but: not a DICOM file"),
        damage(
            "HTML",
            dump ->
                dump.forgeRecord(
                    SERIES + "metadata",
                    record -> record.replace("application/dicom+json", "text/html")),
            SERIES + "metadata: is recorded as complete, but: text/html in place of DICOM JSON"),
        damage(
            "a part elsewhere",
            dump ->
                dump.forgeRecord(
                    FRAME, record -> record.replaceFirst("\"offset\": ", "\"offset\": 1")),
            FRAME + ".dump.json: tells of other parts than the body has"),
        damage(
            "another transfer syntax",
            dump ->
                dump.forgeRecord(
                    P10,
                    record -> record.replaceFirst("\"file\": \"1.2[^\"]*\"", "\"file\": \"1.2\"")),
            P10 + ".dump.json: tells of another transfer syntax than the response does"),
        damage(
            "a success without one",
            dump ->
                dump.forgeRecord(
                    FRAME, record -> record.replaceFirst("\"status\": 200", "\"status\": 404")),
            FRAME + ".dump.json: is complete without a response that is"),
        damage(
            "another body's name",
            dump ->
                dump.forgeRecord(
                    FRAME, record -> record.replace("\"file\": \"2\"", "\"file\": \"3\"")),
            FRAME + ".dump.json: names 3 as the body of what is complete"));
  }

  private static Arguments damage(String name, Damage damage, String... findings) {
    return argumentSet(name, damage, List.of(findings));
  }

  @ParameterizedTest
  @MethodSource({"changes", "losses", "additions", "forgeries"})
  void eachDamageIsFoundAndNothingElseIs(Damage damage, List<String> expected, @TempDir Path folder)
      throws IOException {
    TestDump dump = clean.copyTo(folder.resolve("dump"));
    damage.doTo(dump);

    assertThat(dump.findings())
        .usingElementComparator((found, begin) -> found.startsWith(begin) ? 0 : 1)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static long bytesOf(Path study) throws IOException {
    try (Stream<Path> files = Files.walk(study)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("_dump/"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
