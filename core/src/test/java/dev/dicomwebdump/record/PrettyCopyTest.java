package dev.dicomwebdump.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PrettyCopyTest extends RecordingFolder {

  private static final Storage PRETTY =
      new Storage(false, Keep.BODY, null, true, DigestKind.SHA256);
  private static final List<String> BOTH =
      List.of("metadata", "metadata.dump.json", "metadata.pretty.json");

  private Recorded write(Storage storage, Resource resource, Answer answer) {
    Recorder recorder =
        new Recorder(folder, new Redaction("https://pacs.example"), storage, ByteSize.UNLIMITED);
    Recording recording = recorder.open(resource, Pixels.NONE, sums, true);
    return recording.commit(Answer.play(recording, AS_STORED, List.of(answer)), false);
  }

  private void assertSameJson(Recorded recorded) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    byte[] pretty = content(recorded.files().pretty());
    assertThat(mapper.readTree(pretty)).isEqualTo(mapper.readTree(JSON));
    assertThat(new String(pretty, UTF_8)).startsWith("[ {\n  \"").endsWith("\n} ]\n");
  }

  @Test
  void metadataIsThereOnceMore() throws IOException {
    Recorded plain = write(PRETTY, METADATA, Answer.of(200, DICOM_JSON, JSON));
    assertThat(files()).isEqualTo(BOTH);
    assertSameJson(plain);
    assertThat(content(plain.files().body())).asString().isEqualTo(JSON);

    Answer coded =
        Answer.of(200, DICOM_JSON, gzip(new String(JSON.getBytes(UTF_8), ISO_8859_1)))
            .with("Content-Encoding", "gzip");
    assertSameJson(write(PRETTY, METADATA, coded));
  }

  @Test
  void whatIsNoMetadataOrNotCompleteIsNot() {
    write(PRETTY, FRAME, GOOD_FRAME);
    write(PRETTY, METADATA, Answer.of(200, DICOM_JSON, JSON).then(Problem.Kind.TRUNCATED));

    assertThat(files()).noneMatch(name -> name.contains("pretty"));
  }

  @Test
  void itDoesNotOutliveItsResponse() {
    write(PRETTY, METADATA, Answer.of(200, DICOM_JSON, JSON));
    write(Storage.BODIES, METADATA, Answer.of(200, DICOM_JSON, JSON + " "));

    assertThat(files()).containsExactly("metadata", "metadata.dump.json");
  }

  @Test
  void aLaterRunAddsIt() throws IOException {
    Recorded recorded = write(Storage.BODIES, METADATA, Answer.of(200, DICOM_JSON, JSON));
    HeldEntry held = Objects.requireNonNull(HeldEntry.read(folder, METADATA));
    new Retention(folder, Storage.BODIES, false).keep(held, sums);
    assertThat(files()).doesNotContain("metadata.pretty.json");
    new Retention(folder, PRETTY, false).keep(held, sums);

    assertThat(files()).isEqualTo(BOTH);
    assertSameJson(recorded);
    Files.writeString(folder.resolve(recorded.files().pretty()), "mine");
    new Retention(folder, PRETTY, false).keep(held, sums);
    assertThat(content(recorded.files().pretty())).asString().isEqualTo("mine");
  }
}
