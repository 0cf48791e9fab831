package dev.dicomwebdump.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.ExactBody;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses of which nothing is kept but their records. */
class RecordsOnlyTest extends RecordingFolder {

  private Recorder recorder;

  @BeforeEach
  void openRecorder() {
    recorder =
        new Recorder(
            folder, new Redaction("https://pacs.example"), Storage.RECORDS, ByteSize.UNLIMITED);
  }

  private Recorded recordOnly(Resource resource, Answer... answers) {
    Recording recording = recorder.open(resource, Pixels.NONE, sums, false);
    return recording.commit(Answer.play(recording, AS_STORED, List.of(answers)), false);
  }

  private String held(Resource resource) throws IOException {
    try (InputStream content = recorder.unkept().open(resource)) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  @Test
  void aFrameLeavesItsRecordWithLengthAndDigest() throws IOException {
    Recorded recorded = recordOnly(FRAME, GOOD_FRAME);

    assertThat(files()).containsExactly("1.dump.json");
    JsonNode body = dicomweb(recorded).get("body");
    assertThat(body.get("file").isNull()).isTrue();
    assertThat(body.get("bytes").asInt()).isEqualTo(BODY.length());
    assertThat(body.get("sha256").textValue()).isEqualTo(Digest.of(BODY.getBytes(ISO_8859_1)));
    assertThat(dicomweb(recorded).at("/multipart/parts/0/length").asInt()).isEqualTo(6);
    assertThat(recorded.bodyBytes()).isEqualTo(BODY.length());
  }

  @Test
  void aResponseIsJudgedAsIfItWereKept() throws IOException {
    Recorded cut = recordOnly(FRAME, Answer.of(200, MULTIPART, PART + "pix"));

    assertThat(cut.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(dicomweb(cut).at("/problem/kind").textValue()).isEqualTo("truncated");
    assertThat(files()).containsExactly("1.dump.json");
  }

  @Test
  void codedContentIsDecodedAndJudged() throws IOException {
    String coded = new String(gzip(BODY), ISO_8859_1);
    Answer answer = new Answer(head(200, MULTIPART, "gzip"), coded, null);

    assertThat(recordOnly(FRAME, answer).outcome()).isEqualTo(Outcome.COMPLETE);
    assertThat(files()).containsExactly("1.dump.json");
  }

  private static ResponseHead head(int status, String type, String coding) {
    return new ResponseHead(
        "HTTP/1.1",
        status,
        "",
        new Headers(
            List.of(new Header("Content-Type", type), new Header("Content-Encoding", coding))));
  }

  @Test
  void theBeginningOfAnErrorIsInTheRecord() throws IOException {
    Recorded recorded = recordOnly(FRAME, UNAVAILABLE, Answer.of(404, "text/plain", "no \u00e4"));

    assertThat(files()).containsExactly("1.dump.json");
    assertThat(json(recorded).at("/response/content/text").textValue()).isEqualTo("no \u00e4");
    assertThat(dicomweb(recorded).at("/earlier/0/response/content/text").textValue())
        .isEqualTo("try l\u00e4ter");
  }

  @Test
  void anErrorThatIsKeptIsNotInTheRecordToo() throws IOException {
    assertThat(json(record(FRAME, UNAVAILABLE)).at("/response/content").has("text")).isFalse();
  }

  @Test
  void whatMetadataSaysIsHeldUntilItIsReleased() throws IOException {
    recordOnly(METADATA, Answer.of(200, DICOM_JSON, JSON));

    assertThat(files()).containsExactly("metadata.dump.json");
    assertThat(held(METADATA)).isEqualTo(JSON);
    InputStream reading = recorder.unkept().open(METADATA);
    recorder.unkept().releaseStudy(STUDY);
    assertThat(recorder.unkept().has(METADATA)).isFalse();
    assertThat(new String(reading.readAllBytes(), UTF_8)).isEqualTo(JSON);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404})
  void whatFailedIsNotHeld(int status) {
    recordOnly(METADATA, Answer.of(status, DICOM_JSON, "[{"));

    assertThat(recorder.unkept().has(METADATA)).isFalse();
  }

  /** From the first byte to the last, and at a size that does not fit into memory. */
  @Test
  void noBodyIsEverInAFile() throws IOException {
    byte[] large = ("[" + " ".repeat(2 << 20) + JSON.substring(1)).getBytes(UTF_8);
    Recording recording = recorder.open(METADATA, Pixels.NONE, sums, false);
    recording.head(head(200, DICOM_JSON, "identity"));
    recording.body(large, 0, large.length);

    assertThat(allFiles()).isEmpty();
    assertThat(recording.end()).isNull();
    assertThat(allFiles()).isEmpty();
    recording.discard();
  }

  private List<String> allFiles() throws IOException {
    try (Stream<Path> all = Files.walk(temp.resolve("dump"))) {
      return all.filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("SHA256SUMS.tmp"))
          .toList();
    }
  }

  @Test
  void aRecordAloneIsWholeOnlyWhereNoBodyIsWanted() throws IOException {
    recordOnly(FRAME, GOOD_FRAME);
    HeldEntry held = Objects.requireNonNull(HeldEntry.read(folder, FRAME));

    assertThat(new Retention(folder, Storage.RECORDS, true).isWhole(held)).isTrue();
    assertThat(new Retention(folder, Storage.BODIES, false).isWhole(held)).isFalse();
    assertThatThrownBy(() -> ExactBody.open(held.files(), held.record(), folder::read))
        .hasMessageContaining("not kept");
  }

  /** Though payloads and files are wanted, there is nothing to cut them out of. */
  @Test
  void aRecordAloneIsEnteredIntoTheBooksAsItIs() throws IOException {
    Recorded recorded = recordOnly(FRAME, GOOD_FRAME);
    HeldEntry held = Objects.requireNonNull(HeldEntry.read(folder, FRAME));
    Storage all = new Storage(true, Keep.BODY, null, true, DigestKind.SHA256);

    assertThat(new Retention(folder, all, false).keep(held, sums).bodyBytes())
        .isEqualTo(recorded.bodyBytes());
    assertThat(files()).containsExactly("1.dump.json");
  }

  @ParameterizedTest
  @EnumSource(DigestKind.class)
  void whatCameIsComparedByItsDigest(DigestKind kind) throws IOException {
    Storage storage = new Storage(false, Keep.NONE, null, false, kind);
    recorder =
        new Recorder(folder, new Redaction("https://pacs.example"), storage, ByteSize.UNLIMITED);
    recordOnly(METADATA, Answer.of(200, DICOM_JSON, JSON));
    HeldEntry held = Objects.requireNonNull(HeldEntry.read(folder, METADATA));

    assertThat(isSame(held, JSON)).isEqualTo(kind != DigestKind.NONE);
    assertThat(isSame(held, JSON + " ")).isFalse();
    assertThat(isSame(held, JSON.replace('1', '2'))).isFalse();
  }

  private boolean isSame(HeldEntry held, String content) {
    Recording recording = recorder.open(METADATA, Pixels.NONE, sums, true);
    Answer.play(recording, AS_STORED, List.of(Answer.of(200, DICOM_JSON, content)));
    boolean same = recording.isSameAs(Objects.requireNonNull(held.record().body()));
    recording.discard();
    return same;
  }

  @Test
  void nothingElseCanBeAskedForWithIt() {
    assertThatThrownBy(() -> new Storage(true, Keep.NONE, null, false, DigestKind.SHA256))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Storage(false, Keep.NONE, null, true, DigestKind.SHA256))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aConnectionThatFailedHasNoBody() throws IOException {
    Recorded recorded = recordOnly(FRAME, Answer.none(Problem.Kind.CONNECT));

    assertThat(dicomweb(recorded).get("body").isNull()).isTrue();
  }
}
