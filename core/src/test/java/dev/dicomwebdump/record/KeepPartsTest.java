package dev.dicomwebdump.record;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.archive.Digest;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.ExactBody;
import dev.dicomwebdump.archive.HeldEntry;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Responses of which only payloads and what is around them are kept. */
class KeepPartsTest extends RecordingFolder {

  private static final Storage PARTS =
      new Storage(false, Keep.PARTS, null, false, DigestKind.SHA256);
  private static final Resource FRAMES = Resource.frames(STUDY, SERIES, SOP, 1, 2);
  private static final Resource OF_SERIES = Resource.seriesInstances(STUDY, SERIES);
  private static final String TWO =
      "preamble\r\n" + PART + "one\r\n" + PART + "two\r\n--b-- \r\nend";

  private Recording opened(Resource resource) {
    Recorder recorder =
        new Recorder(folder, new Redaction("https://pacs.example"), PARTS, ByteSize.UNLIMITED);
    return resource.instance() == null
        ? recorder.open(resource, SeriesLookup.NONE, sums, true)
        : recorder.open(resource, Pixels.NONE, sums, true);
  }

  private Recorded keep(Resource resource, Answer... answers) {
    Recording recording = opened(resource);
    return recording.commit(Answer.play(recording, AS_STORED, List.of(answers)), false);
  }

  private HeldEntry held(Resource resource) {
    return Objects.requireNonNull(HeldEntry.read(folder, resource));
  }

  private String exactBody(Resource resource) throws IOException {
    HeldEntry held = held(resource);
    try (InputStream body = ExactBody.open(held.files(), held.record(), folder::read)) {
      return new String(body.readAllBytes(), ISO_8859_1);
    }
  }

  private static String bodyTold(String file, String body) {
    return "{\"file\":%s,\"bytes\":%d,\"sha256\":\"%s\"}"
        .formatted(file, body.length(), Digest.of(body.getBytes(ISO_8859_1)));
  }

  @Test
  void theBodyOfAPartCanBePutTogetherAgain() throws IOException {
    Recorded recorded = keep(FRAME, GOOD_FRAME);

    assertThat(recorded.outcome()).isEqualTo(Outcome.COMPLETE);
    assertThat(recorded.bodyBytes()).isEqualTo(BODY.length());
    assertThat(files()).containsExactly("1.bin", "1.dump.json");
    assertThat(dicomweb(recorded).get("body")).hasToString(bodyTold("null", BODY));
    assertThat(exactBody(FRAME)).isEqualTo(BODY);
  }

  @Test
  void preambleAndEpilogueAreKeptToo() throws IOException {
    Answer two = Answer.of(200, MULTIPART, TWO);
    Recorded recorded = keep(FRAMES, two);

    assertThat(recorded.outcome()).isEqualTo(Outcome.COMPLETE);
    assertThat(files()).containsExactly("1-2.dump.json", "1.bin", "2.bin");
    assertThat(dicomweb(recorded).get("multipart").get("wrapper")).hasSize(3);
    assertThat(exactBody(FRAMES)).isEqualTo(two.body());
  }

  @Test
  void asMuchAsIsKeptCanBeReadBack() throws IOException {
    String most = BODY + "x".repeat((1 << 24) - BODY.length());
    keep(FRAME, Answer.of(200, MULTIPART, most));

    assertThat(files()).containsExactly("1.bin", "1.dump.json");
    assertThat(exactBody(FRAME)).isEqualTo(most);
  }

  @Test
  void aBodyThatIsThePayloadIsThereOnceUnderThePayloadsName() throws IOException {
    String p10 = new String(IMAGE.p10(), ISO_8859_1);
    Recorded alone = keep(INSTANCE, Answer.of(200, "application/dicom", IMAGE.p10()));

    assertThat(files()).containsExactly(SOP + ".bin", SOP + ".dump.json");
    assertThat(dicomweb(alone).get("body"))
        .hasToString(bodyTold('"' + SOP.value() + ".bin\"", p10));
    Recorded ofSeries = keep(OF_SERIES, Answer.of(200, "application/dicom", IMAGE.p10()));
    assertThat(dicomweb(ofSeries).at("/body/file").textValue())
        .isEqualTo("series/" + SERIES + "/instances/" + SOP + "/_/" + SOP + ".bin");
    assertThat(exactBody(OF_SERIES)).isEqualTo(exactBody(INSTANCE)).isEqualTo(p10);
  }

  @Test
  void aPayloadThatLiesAsideIsToldThere() throws IOException {
    String other = new String(IMAGE.p10(), ISO_8859_1) + "xx";
    keep(OF_SERIES, Answer.of(200, "application/dicom", IMAGE.p10()));
    Recorded alone =
        keep(INSTANCE, Answer.of(200, "application/dicom", other.getBytes(ISO_8859_1)));

    assertThat(dicomweb(alone).at("/body/file").textValue()).isEqualTo(SOP + ".1.bin");
    assertThat(exactBody(INSTANCE)).isEqualTo(other);
  }

  @Test
  void whatCannotBePutTogetherKeepsItsBody() throws IOException {
    byte[] coded = gzip(BODY);
    keep(FRAME, Answer.of(200, MULTIPART, coded).with("Content-Encoding", "gzip"));
    assertThat(content(held(FRAME).files().body())).isEqualTo(coded);

    String secret = BODY.replace("X: y", "Content-Location: http://other/?token=s3cret");
    Recorded recorded = keep(FRAME, Answer.of(200, MULTIPART, secret));
    assertThat(content(recorded.files().body())).asString(ISO_8859_1).isEqualTo(secret);
    assertThat(Files.readString(folder.resolve(recorded.files().record())))
        .doesNotContain("s3cret", "wrapper");

    String large = BODY + "x".repeat((1 << 24) + 1);
    keep(FRAME, Answer.of(200, MULTIPART, large));
    assertThat(content(held(FRAME).files().body())).hasSize(large.length());
    keep(METADATA, Answer.of(200, DICOM_JSON, JSON));
    assertThat(content(held(METADATA).files().body())).asString(UTF_8).isEqualTo(JSON);
  }

  @Test
  void whatIsNotCompleteIsKeptAsItCame() throws IOException {
    keep(FRAME, Answer.of(200, MULTIPART, PART + "pix").then(Problem.Kind.TRUNCATED));
    assertThat(files()).containsExactly("1.dump.json", "1.partial");

    keep(FRAME, UNAVAILABLE);
    assertThat(files()).containsExactly("1.dump.json", "1.error");
    keep(FRAME, UNAVAILABLE, GOOD_FRAME);
    assertThat(files()).containsExactly("1.bin", "1.dump.json");
    keep(FRAME, UNAVAILABLE);
    assertThat(files()).containsExactly("1.dump.json", "1.error");
  }

  @Test
  void aLaterRunLeavesThemWhateverItKeeps() throws IOException {
    keep(FRAME, GOOD_FRAME);
    keep(FRAMES, Answer.of(200, MULTIPART, TWO));
    keep(INSTANCE, Answer.of(200, "application/dicom", IMAGE.p10()));
    byte[] record = content(held(FRAMES).files().record());
    List<String> before = files();

    Retention retention = new Retention(folder, Storage.BODIES, true);
    for (Resource resource : List.of(FRAME, FRAMES, INSTANCE)) {
      assertThat(retention.isWhole(held(resource))).isTrue();
      retention.keep(held(resource), sums);
    }

    assertThat(files()).isEqualTo(before);
    assertThat(content(held(FRAMES).files().record())).isEqualTo(record);
    sums.finish();
    assertThat(Files.readAllLines(folder.resolve(Layout.sums(STUDY))))
        .hasSize(2 * 7)
        .allSatisfy(line -> assertThat(line).matches(".*(bin|dump\\.json)"));
  }

  @Test
  void oneWhosePayloadIsNotAsRecordedIsNotWhole() {
    keep(FRAME, GOOD_FRAME);
    keep(INSTANCE, Answer.of(200, "application/dicom", IMAGE.p10()));
    Retention retention = new Retention(folder, PARTS, false);
    for (Resource resource : List.of(FRAME, INSTANCE)) {
      EntryFiles files = held(resource).files();
      assertThat(retention.isWhole(held(resource))).isTrue();
      folder.write(files.payload(), new byte[6]);
      assertThat(retention.isWhole(held(resource))).isFalse();
      folder.delete(files.payload());
      assertThat(retention.isWhole(held(resource))).isFalse();
    }
  }

  @Test
  void oneWhosePayloadIsGoneEndsNoRunThatDoesNotAskForIt() {
    keep(FRAME, GOOD_FRAME);
    folder.delete(held(FRAME).files().payload());
    new Retention(folder, PARTS, false).keep(held(FRAME), sums);

    assertThat(files()).containsExactly("1.dump.json");
  }

  @Test
  void bodiesThatAreThereStay() throws IOException {
    record(FRAME, GOOD_FRAME);
    new Retention(folder, PARTS, false).keep(held(FRAME), sums);

    JsonNode body = dicomweb(record(FRAME, GOOD_FRAME)).get("body");
    assertThat(body).hasToString(bodyTold("\"1\"", BODY));
    assertThat(files()).containsExactly("1", "1.bin", "1.dump.json");
  }
}
