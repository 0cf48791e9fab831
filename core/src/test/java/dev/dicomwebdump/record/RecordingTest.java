package dev.dicomwebdump.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.Schemas;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingTest {

  private static final SyntheticInstance IMAGE = SyntheticStudies.small().instances().get(0);
  private static final Uid STUDY = new Uid(IMAGE.studyUid());
  private static final Uid SERIES = new Uid(IMAGE.seriesUid());
  private static final Uid SOP = new Uid(IMAGE.uid());
  private static final Resource METADATA = Resource.instanceMetadata(STUDY, SERIES, SOP);
  private static final Resource FRAME = Resource.frame(STUDY, SERIES, SOP, 1);
  private static final Resource INSTANCE = Resource.instance(STUDY, SERIES, SOP);

  private static final String AS_STORED = "application/x; transfer-syntax=*";
  private static final String DICOM_JSON = "application/dicom+json";
  private static final String MULTIPART = "multipart/related; boundary=b";
  private static final String PART =
      "--b\r\nContent-Type: application/octet-stream\r\nX: y\r\n\r\n";
  private static final String JSON = "[" + IMAGE.dicomJson("") + "]";
  private static final String BODY = PART + "pixels\r\n--b--\r\n";
  private static final Answer GOOD_FRAME = Answer.of(200, MULTIPART, BODY);
  private static final Answer UNAVAILABLE = Answer.of(503, "text/plain", "try läter");

  @TempDir Path temp;
  private ArchiveFolder folder;
  private SumsWriter sums;

  @BeforeEach
  void open() {
    folder = ArchiveFolder.open(temp.resolve("dump"), Permissions.UMASK, warning -> {});
    sums = new SumsWriter(folder, STUDY);
  }

  @AfterEach
  void close() {
    sums.close();
  }

  private Recording recording(Resource resource, boolean payloads) {
    return new Recorder(folder, new Redaction("https://pacs.example"), payloads, ByteSize.UNLIMITED)
        .open(resource, Pixels.NONE, sums, false);
  }

  private Recorded record(Resource resource, Answer... answers) {
    Recording recording = recording(resource, true);
    return recording.commit(Answer.play(recording, AS_STORED, List.of(answers)), false);
  }

  /** The files of a resource, without those of the program itself. */
  private List<String> files() {
    try (Stream<Path> all = Files.walk(folder.resolve(STUDY.value()))) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("_dump"))
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] content(String path) throws IOException {
    return Files.readAllBytes(folder.resolve(path));
  }

  private JsonNode json(Recorded recorded) throws IOException {
    byte[] record = content(recorded.files().record());
    assertThat(Schemas.RECORD.errors(record)).isEmpty();
    return new ObjectMapper().readTree(record);
  }

  private JsonNode dicomweb(Recorded recorded) throws IOException {
    return json(recorded).get("_dicomweb");
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Answers, and what they leave behind. */
  private record Case(
      String name, Resource resource, List<Answer> answers, Outcome outcome, List<String> files) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(
      String name, Resource resource, Outcome outcome, List<String> files, Answer... answers) {
    return new Case(name, resource, List.of(answers), outcome, files);
  }

  static Stream<Case> cases() {
    String sop = SOP.value();
    Answer metadata = Answer.of(200, DICOM_JSON, JSON);
    List<String> failed = List.of("metadata.dump.json", "metadata.error");
    return Stream.of(
        of(
            "metadata",
            METADATA,
            Outcome.COMPLETE,
            List.of("metadata", "metadata.dump.json"),
            metadata),
        of("a frame", FRAME, Outcome.COMPLETE, List.of("1", "1.bin", "1.dump.json"), GOOD_FRAME),
        of(
            "a file",
            INSTANCE,
            Outcome.COMPLETE,
            List.of(sop, sop + ".bin", sop + ".dump.json"),
            Answer.of(200, "application/dicom", IMAGE.p10())),
        of("a status", METADATA, Outcome.FAILED, failed, Answer.of(404, "text/html", "gone")),
        of(
            "a status alone",
            METADATA,
            Outcome.FAILED,
            List.of("metadata.dump.json"),
            Answer.of(404, "text/html", "")),
        of(
            "no content",
            METADATA,
            Outcome.FAILED,
            List.of("metadata.dump.json"),
            Answer.of(204, "text/html", "")),
        of("HTML", METADATA, Outcome.FAILED, failed, Answer.of(200, "text/html", "<html>")),
        of(
            "an HTML frame",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json", "1.error"),
            Answer.of(200, "text/html", "<html>")),
        of(
            "two parts",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json", "1.error"),
            Answer.of(200, MULTIPART, PART + "a\r\n" + BODY)),
        of(
            "an empty frame",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json"),
            Answer.of(200, "application/octet-stream", "")),
        of(
            "cut by its content",
            FRAME,
            Outcome.INCOMPLETE,
            List.of("1.dump.json", "1.partial"),
            Answer.of(200, MULTIPART, PART + "pix")),
        of(
            "cut on the wire",
            FRAME,
            Outcome.INCOMPLETE,
            List.of("1.dump.json", "1.partial"),
            GOOD_FRAME.then(Problem.Kind.TRUNCATED)),
        of(
            "stalled",
            METADATA,
            Outcome.INCOMPLETE,
            List.of("metadata.dump.json", "metadata.partial"),
            metadata.then(Problem.Kind.TIMEOUT)),
        of(
            "cut before its content",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json"),
            Answer.of(200, MULTIPART, "").then(Problem.Kind.TRUNCATED)),
        of(
            "an error that is cut",
            METADATA,
            Outcome.FAILED,
            failed,
            Answer.of(500, "text/plain", "x").then(Problem.Kind.TRUNCATED)),
        of(
            "no response",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json"),
            Answer.none(Problem.Kind.CONNECT)),
        of(
            "had at last",
            FRAME,
            Outcome.COMPLETE,
            List.of("1", "1.bin", "1.dump.json"),
            UNAVAILABLE,
            Answer.none(Problem.Kind.CONNECT),
            Answer.of(200, MULTIPART, PART + "pix"),
            GOOD_FRAME),
        of(
            "lost at last",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json"),
            GOOD_FRAME.then(Problem.Kind.TRUNCATED),
            Answer.none(Problem.Kind.CONNECT)),
        of(
            "an unknown coding",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json", "1.error"),
            GOOD_FRAME.with("Content-Encoding", "br")),
        of(
            "a broken coding",
            FRAME,
            Outcome.FAILED,
            List.of("1.dump.json", "1.error"),
            GOOD_FRAME.with("Content-Encoding", "gzip")),
        of(
            "a coding that is cut",
            FRAME,
            Outcome.INCOMPLETE,
            List.of("1.dump.json", "1.partial"),
            Answer.of(200, MULTIPART, Arrays.copyOf(gzip(BODY), 30))
                .with("Content-Encoding", "gzip")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyOutcomeLeavesItsFiles(Case given) throws IOException {
    Recording recording = recording(given.resource, true);
    Exchange exchange = Answer.play(recording, AS_STORED, given.answers);
    assertThat(files()).as("before the commit").allMatch(name -> name.endsWith(".tmp"));
    Recorded recorded = recording.commit(exchange, false);

    assertThat(recorded.outcome()).isEqualTo(given.outcome);
    assertThat(files()).isEqualTo(given.files);
    assertThat(dicomweb(recorded).get("outcome").asText()).isEqualTo(given.outcome.published());
    assertSumsMatch();
  }

  private void assertSumsMatch() throws IOException {
    sums.finish();
    List<String> lines = Files.readAllLines(folder.resolve(Layout.sums(STUDY)));
    List<String> named = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split("  ", 2);
      named.add(Layout.nameOf(words[1]));
      assertThat(words[0]).isEqualTo(Digest.of(content(STUDY.value() + "/" + words[1])));
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(files());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsDiscardedLeavesNothing(Case given) {
    Recording recording = recording(given.resource, true);
    Answer.play(recording, AS_STORED, given.answers);
    recording.discard();

    assertThat(files()).isEmpty();
  }

  @Test
  void aLevelThatTheServerDoesNotHaveIsUnsupported() throws IOException {
    Recording recording = recording(METADATA, false);
    Answer gone = Answer.of(404, "text/plain", "no");
    Recorded recorded = recording.commit(Answer.play(recording, DICOM_JSON, List.of(gone)), true);

    assertThat(recorded.outcome()).isEqualTo(Outcome.UNSUPPORTED);
    assertThat(files()).containsExactly("metadata.dump.json", "metadata.error");
    assertThat(dicomweb(recorded).get("problem").get("kind").asText()).isEqualTo("status");
  }

  @Test
  void withoutPayloadsThereAreNone() {
    Recording recording = recording(FRAME, false);
    recording.commit(Answer.play(recording, AS_STORED, List.of(GOOD_FRAME)), false);

    assertThat(files()).containsExactly("1", "1.dump.json");
  }

  @Test
  void theBodyIsExactAndItsPartIsFoundInIt() throws IOException {
    Recorded recorded = record(FRAME, GOOD_FRAME);
    JsonNode dicomweb = dicomweb(recorded);
    JsonNode part = dicomweb.get("multipart").get("parts").get(0);

    assertThat(content(recorded.files().body())).asString().isEqualTo(BODY);
    assertThat(content(recorded.files().payload())).asString().isEqualTo("pixels");
    assertThat(recorded.bodyBytes()).isEqualTo(BODY.length());
    assertThat(dicomweb.get("body"))
        .hasToString(
            "{\"file\":\"1\",\"bytes\":%d,\"sha256\":\"%s\"}"
                .formatted(BODY.length(), Digest.of(BODY.getBytes(StandardCharsets.UTF_8))));
    int offset = part.get("offset").asInt();
    assertThat(BODY.substring(offset, offset + part.get("length").asInt())).isEqualTo("pixels");
    assertThat(part.get("file").asText()).isEqualTo("1.bin");
    assertThat(part.get("headers").findValuesAsText("value"))
        .containsExactly("application/octet-stream", "y");
  }

  @Test
  void aCodedBodyIsKeptCodedAndToldDecoded() throws IOException {
    byte[] coded = gzip(BODY);
    Recorded recorded =
        record(FRAME, Answer.of(200, MULTIPART, coded).with("Content-Encoding", "gzip"));
    JsonNode json = json(recorded);
    JsonNode part = json.get("_dicomweb").get("multipart").get("parts").get(0);

    assertThat(content(recorded.files().body())).isEqualTo(coded);
    assertThat(content(recorded.files().payload())).asString().isEqualTo("pixels");
    assertThat(part.get("offset").asInt()).isEqualTo(BODY.indexOf("pixels"));
    assertThat(json.get("response").get("bodySize").asInt()).isEqualTo(coded.length);
    assertThat(json.get("response").get("content").get("size").asInt()).isEqualTo(BODY.length());
  }

  @Test
  void codedMetadataIsReadDecoded() {
    Answer coded = Answer.of(200, DICOM_JSON, gzip(JSON)).with("Content-Encoding", "gzip");

    assertThat(record(METADATA, coded).outcome()).isEqualTo(Outcome.COMPLETE);
  }

  @Test
  void whatTheServerSaidBeforeIsKeptInOrder() throws IOException {
    Recorded recorded =
        record(
            FRAME,
            Answer.of(307, "text/plain", "elsewhere"),
            Answer.none(Problem.Kind.CONNECT),
            UNAVAILABLE,
            Answer.of(200, MULTIPART, PART + "pix").then(Problem.Kind.TRUNCATED),
            UNAVAILABLE.with("Content-Encoding", "gzip"),
            Answer.of(500, "text/plain", "x".repeat(5000)),
            GOOD_FRAME);
    List<String> texts = new ArrayList<>();
    for (JsonNode earlier : dicomweb(recorded).get("earlier")) {
      texts.add(earlier.get("response").get("content").path("text").asText("none"));
    }

    assertThat(texts)
        .containsExactly("elsewhere", "none", "try läter", "none", "none", "x".repeat(4096));
  }

  @Test
  void anErrorBeforeNoResponseAtAllIsKeptToo() throws IOException {
    Recorded recorded = record(FRAME, UNAVAILABLE, Answer.none(Problem.Kind.CONNECT));

    assertThat(dicomweb(recorded).get("earlier").get(0).get("response").get("content").get("text"))
        .hasToString("\"try läter\"");
  }

  @Test
  void whatMayBeTranscodedIsNoted() {
    Recording recording = recording(FRAME, false);
    Recorded recorded = recording.commit(Answer.play(recording, "*/*", List.of(GOOD_FRAME)), false);

    assertThat(recorded.asStored()).isFalse();
    assertThat(recorded.notes())
        .containsExactly("asked for without transfer-syntax=*: may be transcoded");
    assertThat(record(FRAME, GOOD_FRAME).asStored()).isTrue();
  }

  @Test
  void nonconformantUidsAreNoted() {
    Uid odd = new Uid("odd_UID");
    Resource frame = Resource.frame(STUDY, odd, odd, 1);

    assertThat(record(frame, GOOD_FRAME).notes()).containsExactly("nonconformant UID");
  }

  @Test
  void transferSyntaxesAreTold() throws IOException {
    Recorded recorded =
        record(INSTANCE, Answer.of(200, "application/dicom; transfer-syntax=1.2", IMAGE.p10()));

    assertThat(dicomweb(recorded).get("transferSyntax"))
        .hasToString(
            "{\"asked\":\"*\",\"header\":\"1.2\",\"parts\":[],\"file\":\"%s\"}"
                .formatted(IMAGE.transferSyntax().uid()));
  }

  @Test
  void allBytesThatComeAreCounted() {
    Recorder recorder =
        new Recorder(folder, new Redaction("https://pacs.example"), true, ByteSize.UNLIMITED);
    Recording recording = recorder.open(FRAME, Pixels.NONE, sums, false);
    Answer.play(recording, AS_STORED, List.of(Answer.of(503, "text/plain", "abc"), GOOD_FRAME));
    recording.discard();

    assertThat(recorder.receivedBytes()).isEqualTo(BODY.length() + 3);
  }

  @Test
  void bodyBeforeHeadIsADefect() {
    Recording recording = recording(FRAME, true);

    assertThatThrownBy(() -> recording.body(new byte[1], 0, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatIsGoneEndsTheRun() throws IOException {
    Recording atCommit = recording(FRAME, true);
    Exchange exchange = Answer.play(atCommit, AS_STORED, List.of(GOOD_FRAME));
    Recording atEnd = recording(METADATA, true);
    Answer.play(
        atEnd, DICOM_JSON, List.of(Answer.of(200, DICOM_JSON, JSON).then(Problem.Kind.TIMEOUT)));
    deleteAll();

    assertThatThrownBy(() -> atCommit.commit(exchange, false)).isInstanceOf(OutputException.class);
    assertThatThrownBy(atEnd::end).isInstanceOf(OutputException.class);
  }

  private void deleteAll() throws IOException {
    try (Stream<Path> all = Files.walk(temp.resolve("dump"))) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
