package dev.dicomwebdump.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DicomFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** DICOM files that are written outside the dump too. */
class DicomFilesTest {

  private static final SyntheticStudy SMALL = SyntheticStudies.small();
  private static final SyntheticInstance FIRST = SMALL.instances().get(0);
  private static final Uid STUDY = new Uid(FIRST.studyUid());
  private static final Uid SERIES = new Uid(FIRST.seriesUid());
  private static final Resource OF_STUDY = Resource.studyInstances(STUDY);
  private static final Resource OF_SERIES = Resource.seriesInstances(STUDY, SERIES);
  private static final Resource INSTANCE = Resource.instance(STUDY, SERIES, new Uid(FIRST.uid()));
  private static final String DICOM = "application/dicom";

  @TempDir Path temp;
  private ArchiveFolder folder;
  private SumsWriter sums;
  private DicomFolder dicom;

  @BeforeEach
  void open() {
    folder = ArchiveFolder.open(temp.resolve("dump"), Permissions.UMASK, warning -> {});
    sums = new SumsWriter(folder, STUDY);
    dicom = DicomFolder.open(temp.resolve("files"), temp.resolve("dump"), Permissions.UMASK);
  }

  @AfterEach
  void close() {
    sums.close();
    dicom.close();
  }

  private Storage storage(Keep keep) {
    return new Storage(false, keep, dicom, false, DigestKind.SHA256);
  }

  private static String p10(SyntheticInstance instance) {
    return new String(instance.p10(), ISO_8859_1);
  }

  private static Answer answer(String... files) {
    StringBuilder body = new StringBuilder();
    for (String file : files) {
      body.append("--b\r\nContent-Type: application/dicom\r\n\r\n" + file + "\r\n");
    }
    return Answer.of(
        200, "multipart/related; boundary=b", (body + "--b--\r\n").getBytes(ISO_8859_1));
  }

  private static Answer all() {
    return answer(SMALL.instances().stream().map(DicomFilesTest::p10).toArray(String[]::new));
  }

  private Recorded record(Storage storage, Resource resource, Answer... answers) {
    Recorder recorder =
        new Recorder(folder, new Redaction("http://a"), storage, ByteSize.UNLIMITED);
    Recording recording =
        resource.instance() == null
            ? recorder.open(resource, SeriesLookup.NONE, sums, true)
            : recorder.open(resource, Pixels.NONE, sums, true);
    return recording.commit(
        Answer.play(recording, "x; transfer-syntax=*", List.of(answers)), false);
  }

  private Recorded record(Resource resource, Answer... answers) {
    return record(storage(Keep.BODY), resource, answers);
  }

  private HeldEntry held(Resource resource) {
    return Objects.requireNonNull(HeldEntry.read(folder, resource));
  }

  private Recorded keep(Resource resource) {
    return new Retention(folder, storage(Keep.BODY), false).keep(held(resource), sums);
  }

  private static String name(SyntheticInstance instance) {
    return instance.studyUid() + "/" + instance.seriesUid() + "/" + instance.uid() + ".dcm";
  }

  private static Map<String, String> ofAll() {
    Map<String, String> files = new TreeMap<>();
    SMALL.instances().forEach(instance -> files.put(name(instance), p10(instance)));
    return files;
  }

  /** What the folder of DICOM files holds; temporary files too. */
  private Map<String, String> files() {
    Path root = temp.resolve("files");
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(root.relativize(file).toString(), Files.readString(file, ISO_8859_1));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private Path file() {
    return temp.resolve("files").resolve(name(FIRST));
  }

  @ParameterizedTest
  @EnumSource(
      value = Keep.class,
      names = {"BODY", "PARTS"})
  void eachInstanceHasItsFile(Keep keep) {
    record(storage(keep), INSTANCE, answer(p10(FIRST)));
    assertThat(files()).containsOnly(Map.entry(name(FIRST), p10(FIRST)));
    record(storage(keep), OF_STUDY, all());

    assertThat(files()).isEqualTo(ofAll());
  }

  @Test
  void aSinglePartAndACodedOneAreFilesToo() {
    record(INSTANCE, Answer.of(200, DICOM, FIRST.p10()));
    assertThat(files()).containsOnly(Map.entry(name(FIRST), p10(FIRST)));
    record(
        OF_SERIES,
        Answer.of(200, DICOM, RecordingFolder.gzip(p10(FIRST))).with("Content-Encoding", "gzip"));

    assertThat(files()).containsOnly(Map.entry(name(FIRST), p10(FIRST)));
  }

  @Test
  void framesAreNone() {
    record(
        Resource.frame(STUDY, SERIES, new Uid(FIRST.uid()), 1),
        Answer.of(200, "application/octet-stream", "pixels"));

    assertThat(files()).isEmpty();
  }

  @Test
  void whatFailsOrBreaksOffLeavesNone() {
    record(OF_STUDY, all().then(Problem.Kind.TRUNCATED));
    record(INSTANCE, answer("no file"));
    record(OF_SERIES, answer(p10(FIRST), "no file"), Answer.of(500, "text/plain", "x"));

    assertThat(files()).isEmpty();
    record(INSTANCE, answer(p10(FIRST)).then(Problem.Kind.TRUNCATED), answer(p10(FIRST)));
    assertThat(files()).containsOnlyKeys(name(FIRST));
  }

  @Test
  void aFailureDoesNotTakeAwayWhatIsWhole() {
    record(INSTANCE, answer(p10(FIRST)));
    record(INSTANCE, Answer.of(500, "text/plain", "x"));

    assertThat(files()).containsOnlyKeys(name(FIRST));
  }

  @Test
  void anInstancesOwnResponseHasItsFile() {
    record(OF_STUDY, all());
    record(INSTANCE, answer(p10(FIRST) + "xx"));
    assertThat(files()).containsEntry(name(FIRST), p10(FIRST) + "xx");
    record(OF_STUDY, all());
    keep(OF_STUDY);
    assertThat(files()).containsEntry(name(FIRST), p10(FIRST) + "xx").hasSize(ofAll().size());

    record(INSTANCE, Answer.of(500, "text/plain", "x"));
    keep(OF_STUDY);
    assertThat(files()).isEqualTo(ofAll());
  }

  @Test
  void anInstanceWithoutAPlaceIsNoted() {
    String unplaced = p10(FIRST).replace(" \u0000\u000e\u0000UI", " \u0000\u000f\u0000UI");
    String note =
        "an instance has no .dcm file: its series, or a UID that can be a name, is not told";
    SyntheticInstance second = SMALL.instances().get(1);

    assertThat(record(OF_STUDY, answer(unplaced, p10(second))).notes()).containsExactly(note);
    assertThat(files()).containsOnlyKeys(name(second));
    assertThat(keep(OF_STUDY).notes()).containsExactly(note);
    assertThat(held(OF_STUDY).record().notes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Keep.class,
      names = {"BODY", "PARTS"})
  void whatIsNotThereOrHasAnotherLengthIsCutOutLater(Keep keep) throws IOException {
    Storage before = new Storage(false, keep, null, false, DigestKind.SHA256);
    record(before, OF_STUDY, all());
    assertThat(files()).isEmpty();
    keep(OF_STUDY);
    assertThat(files()).isEqualTo(ofAll());

    Files.writeString(file(), "short");
    keep(OF_STUDY);
    assertThat(files()).isEqualTo(ofAll());
    Files.delete(file());
    record(before, INSTANCE, Answer.of(200, DICOM, FIRST.p10()));
    keep(INSTANCE);
    assertThat(files()).isEqualTo(ofAll());
  }

  @Test
  void whatHasItsLengthIsLeft() throws IOException {
    record(INSTANCE, answer(p10(FIRST)));
    String mine = "x".repeat(p10(FIRST).length());
    Files.writeString(file(), mine);
    keep(INSTANCE);

    assertThat(file()).hasContent(mine);
  }

  @Test
  void whatIsCodedIsCutOutDecoded() {
    Answer coded =
        Answer.of(200, DICOM, RecordingFolder.gzip(p10(FIRST))).with("Content-Encoding", "gzip");
    record(Storage.BODIES, INSTANCE, coded);
    keep(INSTANCE);

    assertThat(files()).containsOnly(Map.entry(name(FIRST), p10(FIRST)));
  }
}
