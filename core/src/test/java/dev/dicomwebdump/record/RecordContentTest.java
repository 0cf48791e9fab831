package dev.dicomwebdump.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.Transcoding;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What bodies, payloads and records hold. */
class RecordContentTest extends RecordingFolder {

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

    assertThat(recorded.transcoding()).isEqualTo(Transcoding.UNKNOWN);
    assertThat(recorded.notes())
        .containsExactly("asked for without transfer-syntax=*: may be transcoded");
    assertThat(record(FRAME, GOOD_FRAME).transcoding()).isEqualTo(Transcoding.AS_STORED);
  }

  /** What was asked for, what the part tells, and what the file is in: a file is taken for both. */
  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.1.2.1, '',                true,  false, MAYBE",
    "1.2.840.10008.1.2.1, 1.2.840.10008.1.2, true,  false, MAYBE",
    "1.2.840.10008.1.2,   1.2.840.10008.1.2, true,  true,  MAYBE",
    "1.2.840.10008.1.2.1, 1.2.840.10008.1.2, false, true,  MAYBE",
    "1.2.840.10008.1.2.1, '',                false, false, UNKNOWN",
    "*,                   1.2.840.10008.1.2, true,  false, AS_STORED",
  })
  void anotherTransferSyntaxThanWasAskedForIsNoted(
      String asked, String told, boolean file, boolean noted, Transcoding transcoding) {
    String type = (file ? "application/dicom" : "application/octet-stream");
    String parameter = told.isEmpty() ? "" : "; transfer-syntax=" + told;
    byte[] body = file ? IMAGE.p10() : new byte[] {1};
    Recording recording = recording(file ? INSTANCE : FRAME, false);
    String accept = type + "; transfer-syntax=" + asked;
    Answer answer = Answer.of(200, type + parameter, body);
    Recorded recorded = recording.commit(Answer.play(recording, accept, List.of(answer)), false);

    assertThat(IMAGE.transferSyntax().uid()).isEqualTo("1.2.840.10008.1.2.1");
    assertThat(recorded.notes().contains("another transfer syntax than was asked for"))
        .isEqualTo(noted);
    assertThat(recorded.transcoding()).isEqualTo(transcoding);
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
        new Recorder(
            folder, new Redaction("https://pacs.example"), Storage.BODIES, ByteSize.UNLIMITED);
    Recording recording = recorder.open(FRAME, Pixels.NONE, sums, false);
    Answer.play(recording, AS_STORED, List.of(Answer.of(503, "text/plain", "abc"), GOOD_FRAME));
    recording.discard();

    assertThat(recorder.receivedBytes()).isEqualTo(BODY.length() + 3);
  }
}
