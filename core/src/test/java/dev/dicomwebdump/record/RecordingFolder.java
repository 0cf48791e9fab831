package dev.dicomwebdump.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.Schemas;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.exchange.ByteSize;
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
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder in which responses to what one instance has are recorded. */
abstract class RecordingFolder {

  static final SyntheticInstance IMAGE = SyntheticStudies.small().instances().get(0);
  static final Uid STUDY = new Uid(IMAGE.studyUid());
  static final Uid SERIES = new Uid(IMAGE.seriesUid());
  static final Uid SOP = new Uid(IMAGE.uid());
  static final Resource METADATA = Resource.instanceMetadata(STUDY, SERIES, SOP);
  static final Resource FRAME = Resource.frame(STUDY, SERIES, SOP, 1);
  static final Resource INSTANCE = Resource.instance(STUDY, SERIES, SOP);

  static final String AS_STORED = "application/x; transfer-syntax=*";
  static final String DICOM_JSON = "application/dicom+json";
  static final String MULTIPART = "multipart/related; boundary=b";
  static final String PART = "--b\r\nContent-Type: application/octet-stream\r\nX: y\r\n\r\n";
  static final String JSON = "[" + IMAGE.dicomJson("") + "]";
  static final String BODY = PART + "pixels\r\n--b--\r\n";
  static final Answer GOOD_FRAME = Answer.of(200, MULTIPART, BODY);
  static final Answer UNAVAILABLE = Answer.of(503, "text/plain", "try läter");

  @TempDir Path temp;
  ArchiveFolder folder;
  SumsWriter sums;

  @BeforeEach
  void open() {
    folder = ArchiveFolder.open(temp.resolve("dump"), Permissions.UMASK, warning -> {});
    sums = new SumsWriter(folder, STUDY);
  }

  @AfterEach
  void close() {
    sums.close();
  }

  Recording recording(Resource resource, boolean payloads) {
    Storage storage = new Storage(payloads, Keep.BODY, null, false, DigestKind.SHA256);
    return new Recorder(folder, new Redaction("https://pacs.example"), storage, ByteSize.UNLIMITED)
        .open(resource, Pixels.NONE, sums, false);
  }

  Recorded record(Resource resource, Answer... answers) {
    Recording recording = recording(resource, true);
    return recording.commit(Answer.play(recording, AS_STORED, List.of(answers)), false);
  }

  /** The files of a resource, without those of the program itself. */
  List<String> files() {
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

  byte[] content(String path) throws IOException {
    return Files.readAllBytes(folder.resolve(path));
  }

  JsonNode json(Recorded recorded) throws IOException {
    byte[] record = content(recorded.files().record());
    assertThat(Schemas.RECORD.errors(record)).isEmpty();
    return new ObjectMapper().readTree(record);
  }

  JsonNode dicomweb(Recorded recorded) throws IOException {
    return json(recorded).get("_dicomweb");
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
