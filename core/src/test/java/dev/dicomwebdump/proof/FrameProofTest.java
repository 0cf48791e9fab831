package dev.dicomwebdump.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import dev.dicomwebdump.resource.FrameSize;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The size of a frame, of 4 by 4 pixels in 8 bits unless said otherwise. */
class FrameProofTest {

  private static final Resource FRAME =
      Resource.frame(new Uid("1.1"), new Uid("2.1"), new Uid("3.1"), 1);
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";
  private static final String JPEG = "1.2.840.10008.1.2.4.50";

  /** Hears nothing. */
  private static final PartListener NOBODY =
      new PartListener() {
        @Override
        public void begin(List<PartHeader> headers, long offset) {}

        @Override
        public void bytes(byte[] buffer, int offset, int length) {}

        @Override
        public void end() {}
      };

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1.2.840.10008.1.2, 16, -",
        "1.2.840.10008.1.2, 15, TRUNCATED",
        "1.2.840.10008.1.2.1, 16, -",
        "1.2.840.10008.1.2.1, 1, TRUNCATED",
        "1.2.840.10008.1.2.1, 17, DICOM",
        "1.2.840.10008.1.2.1.98, 15, TRUNCATED",
        "1.2.840.10008.1.2.1.99, 15, TRUNCATED",
        "1.2.840.10008.1.2.2, 18, DICOM",
        "1.2.840.113619.5.2, 18, DICOM",
        "1.2.840.10008.1.2.4.50, 5, -",
        "1.2.840.10008.1.2.5, 500, -",
        "9.9.9, 5, -",
      })
  void aNativeFrameHasTheSizeThatItsMetadataTells(
      String syntax, int bytes, Problem.@Nullable Kind wanted) {
    assertThat(kind(verdict(octets(syntax), "", bytes))).isEqualTo(wanted);
    assertThat(kind(verdict("multipart/related; boundary=b", octets(syntax), bytes)))
        .isEqualTo(wanted);
    assertThat(
            kind(
                verdict(
                    "multipart/related; type=\"" + octets(syntax) + "\"; boundary=b", "", bytes)))
        .isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({EXPLICIT + ", " + JPEG, JPEG + ", " + EXPLICIT})
  void thePartIsBelievedBeforeTheHeader(String header, String part) {
    String whole = "multipart/related; transfer-syntax=" + header + "; boundary=b";
    Verdict verdict = verdict(whole, octets(part), 15);

    assertThat(kind(verdict)).isEqualTo(part.equals(EXPLICIT) ? Problem.Kind.TRUNCATED : null);
  }

  @ParameterizedTest
  @CsvSource({"16, 0", "15, 1", "1000, 1"})
  void whereNoTransferSyntaxIsToldADifferenceIsANote(int bytes, int notes) {
    Verdict verdict = verdict("multipart/related; boundary=b", "application/octet-stream", bytes);

    assertThat(verdict.problem()).isNull();
    assertThat(verdict.notes()).hasSize(notes);
  }

  @ParameterizedTest
  @CsvSource({"image/jpeg", "image/dicom-rle", "video/mp4"})
  void aCompressedFrameHasAnySize(String type) {
    String told = type + "; transfer-syntax=" + EXPLICIT;

    assertThat(verdict("multipart/related; boundary=b", told, 5).problem()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"32, -, 0", "48, -, 1", "31, TRUNCATED, 0", "40, DICOM, 0", "49, DICOM, 0"})
  void subsampledColoursLeaveTwoThirdsOrAll(int bytes, Problem.@Nullable Kind wanted, int notes) {
    Verdict verdict =
        verdict(
            "multipart/related; boundary=b",
            octets(EXPLICIT),
            bytes,
            FrameSize.of(4, 4, 3, 8, true));

    assertThat(kind(verdict)).isEqualTo(wanted);
    assertThat(verdict.notes()).hasSize(notes);
  }

  private static String octets(String syntax) {
    return "application/octet-stream; transfer-syntax=" + syntax;
  }

  private static Problem.@Nullable Kind kind(Verdict verdict) {
    return verdict.problem() == null ? null : verdict.problem().kind();
  }

  private static Verdict verdict(String type, String partType, int bytes) {
    return verdict(type, partType, bytes, FrameSize.of(4, 4, 1, 8, false));
  }

  private static Verdict verdict(String type, String partType, int bytes, FrameSize expected) {
    Headers headers = new Headers(List.of(new Header("Content-Type", type)));
    ResponseHead head = new ResponseHead("HTTP/1.1", 200, "OK", headers);
    ResponseProof proof =
        new ResponseProofs().begin(FRAME, new Pixels(1, expected, true), head, NOBODY);
    byte[] body = body(type.startsWith("multipart/"), partType, "x".repeat(bytes));
    proof.content(body, 0, body.length);
    return proof.end(() -> new ByteArrayInputStream(body));
  }

  private static byte[] body(boolean multipart, String partType, String payload) {
    String type = partType.isEmpty() ? "application/octet-stream" : partType;
    String text =
        multipart
            ? "--b\r\nContent-Type: " + type + "\r\n\r\n" + payload + "\r\n--b--\r\n"
            : payload;
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
