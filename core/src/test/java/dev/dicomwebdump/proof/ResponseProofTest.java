package dev.dicomwebdump.proof;

import static dev.dicomwebdump.proof.Bodies.BOUNDARY;
import static dev.dicomwebdump.proof.Bodies.ascii;
import static dev.dicomwebdump.proof.Bodies.cut;
import static dev.dicomwebdump.proof.Bodies.multipart;
import static dev.dicomwebdump.proof.Bodies.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Problem.Kind;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.multipart.MultipartIndex;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseProofTest {

  private static final Uid STUDY = new Uid("1.1");
  private static final Uid SERIES = new Uid("1.2");
  private static final Uid SOP = new Uid("1.3");
  private static final Resource STUDY_METADATA = Resource.studyMetadata(STUDY);
  private static final Resource SERIES_METADATA = Resource.seriesMetadata(STUDY, SERIES);
  private static final Resource METADATA = Resource.instanceMetadata(STUDY, SERIES, SOP);
  private static final Resource FRAME = Resource.frame(STUDY, SERIES, SOP, 1);
  private static final Resource INSTANCE = Resource.instance(STUDY, SERIES, SOP);

  private static final String JSON = "application/dicom+json";
  private static final String MULTIPART = "multipart/related; boundary=" + BOUNDARY;
  private static final String OCTETS = "application/octet-stream";
  private static final String DICOM = "application/dicom";
  private static final String HTML = "<!DOCTYPE html><title>Log in</title>";
  private static final String SINGLE = "single part in place of a multipart";
  private static final byte[] PIXELS = {0, 1, 2, 3, '\r', '\n', '-', '-', 'b', 9};
  private static final byte[] FILE = P10.file("1.3", P10.EXPLICIT, "1.3");

  private static String dataset(String study, String series, String sop) {
    return "{\"00080018\":{\"vr\":\"UI\",\"Value\":[\"%s\"]},".formatted(sop)
        + "\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"%s\"]},".formatted(study)
        + "\"0020000E\":{\"vr\":\"UI\",\"Value\":[\"%s\"]}}".formatted(series);
  }

  private static Case metadata(String name, String contentType, String body) {
    return metadata(name, METADATA, contentType, body);
  }

  private static Case metadata(String name, Resource asked, String contentType, String body) {
    return Case.of(name, asked, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<Case> metadata() {
    String good = dataset("1.1", "1.2", "1.3");
    String other = dataset("1.1", "1.2", "1.4");
    String foreign = dataset("9.1", "9.2", "9.3");
    String error = "{\"Message\":\"no such study\"}";
    return Stream.of(
        metadata("good", JSON, "[" + good + "]"),
        metadata("good with parameters", "Application/DICOM+JSON; charset=utf-8", "[" + good + "]"),
        metadata("object", JSON, good).notes("an object in place of an array of datasets"),
        metadata("text", "text/plain", "[" + good + "]")
            .notes("content type text/plain for DICOM JSON"),
        metadata("plain JSON", "application/json", "[" + good + "]")
            .notes("content type application/json for DICOM JSON"),
        metadata("no type", "", "[" + good + "]").notes("content type missing for DICOM JSON"),
        metadata("names nothing", JSON, "[{\"00280010\":{\"vr\":\"US\",\"Value\":[1]}}]"),
        metadata("one of two fits", JSON, "[" + other + "," + good + "]"),
        metadata("another instance", JSON, "[" + other + "]").problem(Kind.UID),
        metadata("others", JSON, "[" + other + "," + foreign + "]").problem(Kind.UID),
        metadata("study", STUDY_METADATA, JSON, "[" + good + "," + other + "]"),
        metadata("some of another study", STUDY_METADATA, JSON, "[" + foreign + "," + good + "]"),
        metadata("another study", STUDY_METADATA, JSON, "[" + foreign + "]").problem(Kind.UID),
        metadata("series", SERIES_METADATA, JSON, "[" + good + "]"),
        metadata("another series", SERIES_METADATA, JSON, "[" + foreign + "]").problem(Kind.UID),
        metadata("empty array", JSON, "[]").problem(Kind.JSON),
        metadata("empty array as text", "text/plain", " [ ] ").problem(Kind.JSON),
        metadata("empty", JSON, "").problem(Kind.TRUNCATED),
        metadata("error in JSON", "application/json", error).problem(Kind.JSON),
        metadata("error in DICOM JSON", JSON, error).problem(Kind.JSON),
        metadata("error without type", "", error).problem(Kind.JSON),
        metadata("error as text", "text/plain", error).problem(Kind.CONTENT_TYPE),
        metadata("HTML", "text/html; charset=utf-8", HTML).problem(Kind.CONTENT_TYPE),
        metadata("XHTML", "application/xhtml+xml", HTML).problem(Kind.CONTENT_TYPE),
        metadata("JSON called HTML", "text/html", "[" + good + "]").problem(Kind.CONTENT_TYPE),
        metadata("HTML called JSON", JSON, HTML).problem(Kind.JSON),
        metadata("XML", "application/dicom+xml", "<a/>").problem(Kind.CONTENT_TYPE),
        metadata("more after the end", JSON, "[" + good + "]x").problem(Kind.JSON),
        metadata("a part only", JSON, "[" + good + "]").status(206).problem(Kind.TRUNCATED));
  }

  private static ToldTransferSyntax parts(String... syntaxes) {
    return new ToldTransferSyntax(null, Arrays.asList(syntaxes), null);
  }

  private static ToldTransferSyntax told(
      @Nullable String header, @Nullable String part, @Nullable String file) {
    return new ToldTransferSyntax(header, Arrays.asList(part), file);
  }

  private static ToldTransferSyntax single(@Nullable String header, @Nullable String file) {
    return new ToldTransferSyntax(header, List.of(), file);
  }

  static Stream<Case> frames() {
    byte[] good = multipart(part(OCTETS, PIXELS));
    return Stream.of(
        Case.of("good", FRAME, MULTIPART, good).tells(told(null, null, null)),
        Case.of(
                "good with syntax",
                FRAME,
                MULTIPART + "; transfer-syntax=1.2.1",
                multipart(part(OCTETS + "; transfer-syntax=1.2.2", PIXELS)))
            .tells(told("1.2.1", "1.2.2", null)),
        Case.of("a part of the set that is all", FRAME, MULTIPART, good)
            .status(206)
            .tells(told(null, null, null)),
        Case.of("JPEG", FRAME, MULTIPART, multipart(part("image/jpeg", PIXELS)))
            .tells(told(null, null, null))
            .notes("content type image/jpeg for a frame"),
        Case.of("no boundary parameter", FRAME, "multipart/related", good)
            .tells(told(null, null, null))
            .notes("the boundary parameter is missing; it was taken from the body"),
        Case.of("HTML part", FRAME, MULTIPART, multipart(part("text/html", ascii(HTML))))
            .tells(told(null, null, null))
            .problem(Kind.CONTENT_TYPE),
        Case.of("JSON part", FRAME, MULTIPART, multipart(part("application/json", PIXELS)))
            .tells(told(null, null, null))
            .problem(Kind.CONTENT_TYPE),
        Case.of("empty payload", FRAME, MULTIPART, multipart(part(OCTETS, new byte[0])))
            .tells(told(null, null, null))
            .problem(Kind.DICOM),
        Case.of(
                "two parts",
                FRAME,
                MULTIPART,
                multipart(part(OCTETS, PIXELS), part(OCTETS + ";transfer-syntax=1.2.2", PIXELS)))
            .tells(new ToldTransferSyntax(null, Arrays.asList(null, "1.2.2"), null))
            .problem(Kind.MULTIPART),
        Case.of("no part", FRAME, MULTIPART, multipart()).problem(Kind.MULTIPART).tells(parts()),
        Case.of("no delimiter", FRAME, MULTIPART, PIXELS).problem(Kind.MULTIPART).tells(parts()),
        Case.of("empty", FRAME, MULTIPART, new byte[0]).problem(Kind.TRUNCATED).tells(parts()),
        Case.of("another boundary", FRAME, "multipart/related; boundary=c", good)
            .problem(Kind.MULTIPART)
            .tells(parts()),
        Case.of("not closed", FRAME, MULTIPART, cut(good, 4))
            .tells(parts())
            .problem(Kind.TRUNCATED),
        Case.of("cut in the payload", FRAME, MULTIPART, cut(good, 13))
            .tells(parts())
            .problem(Kind.TRUNCATED),
        Case.of("single part", FRAME, OCTETS + "; transfer-syntax=1.2.1", PIXELS)
            .tells(single("1.2.1", null))
            .notes(SINGLE),
        Case.of("single part without type", FRAME, "", PIXELS)
            .notes(SINGLE, "content type missing for a frame"),
        Case.of("nothing", FRAME, OCTETS, new byte[0]).problem(Kind.DICOM).notes(SINGLE),
        Case.of("JSON", FRAME, "application/json", ascii("{}"))
            .problem(Kind.CONTENT_TYPE)
            .notes(SINGLE),
        Case.of("HTML", FRAME, "text/html", ascii(HTML)).problem(Kind.CONTENT_TYPE).notes(SINGLE));
  }

  private static Case file(
      String name, @Nullable String metaUid, @Nullable String syntax, @Nullable String uid) {
    return Case.of(
            name, INSTANCE, MULTIPART, multipart(part(DICOM, P10.file(metaUid, syntax, uid))))
        .tells(told(null, null, syntax));
  }

  static Stream<Case> instances() {
    String noneInMeta = "no SOP Instance UID in the file meta information";
    String anotherInMeta = "another SOP Instance UID in the file meta information";
    byte[] good = multipart(part(DICOM, FILE));
    return Stream.of(
        file("explicit", "1.3", P10.EXPLICIT, "1.3"),
        file("implicit", "1.3", P10.IMPLICIT, "1.3"),
        file("big endian", "1.3", P10.BIG_ENDIAN, "1.3"),
        file("deflated", "1.3", P10.DEFLATED, "1.3"),
        file("encapsulated", "1.3", "1.2.840.10008.1.2.4.90", "1.3"),
        file("none in the data set", "1.3", P10.EXPLICIT, null),
        file("none in the meta information", null, P10.EXPLICIT, "1.3").notes(noneInMeta),
        file("another in the meta information", "1.4", P10.IMPLICIT, "1.3").notes(anotherInMeta),
        file("another in the data set", "1.3", P10.BIG_ENDIAN, "1.4").problem(Kind.UID),
        file("another in both", "1.4", P10.EXPLICIT, "1.4").problem(Kind.UID),
        file("another in the meta information of a deflated file", "1.4", P10.DEFLATED, "1.3")
            .notes(anotherInMeta),
        file("another in a deflated data set", "1.3", P10.DEFLATED, "1.4").problem(Kind.UID),
        file("none at all", null, P10.EXPLICIT, null).problem(Kind.UID),
        file("none in the meta information of a deflated file", null, P10.DEFLATED, "1.3")
            .notes(noneInMeta),
        Case.of(
                "told thrice",
                INSTANCE,
                MULTIPART + "; type=\"application/dicom; transfer-syntax=1.1\"",
                multipart(part(DICOM + "; transfer-syntax=1.2", FILE)))
            .tells(told("1.1", "1.2", P10.EXPLICIT)),
        Case.of("no preamble", INSTANCE, MULTIPART, multipart(part(DICOM, ascii("DICM..."))))
            .tells(told(null, null, null))
            .problem(Kind.DICOM),
        Case.of("empty payload", INSTANCE, MULTIPART, multipart(part(DICOM, new byte[0])))
            .tells(told(null, null, null))
            .problem(Kind.DICOM),
        Case.of("HTML part", INSTANCE, MULTIPART, multipart(part("text/html", FILE)))
            .tells(told(null, null, null))
            .problem(Kind.CONTENT_TYPE),
        Case.of("odd part", INSTANCE, MULTIPART, multipart(part(OCTETS, FILE)))
            .tells(told(null, null, P10.EXPLICIT))
            .notes("content type application/octet-stream for a DICOM file"),
        Case.of("two", INSTANCE, MULTIPART, multipart(part(DICOM, FILE), part(DICOM, FILE)))
            .tells(new ToldTransferSyntax(null, Arrays.asList(null, null), P10.EXPLICIT))
            .problem(Kind.MULTIPART),
        Case.of("not closed", INSTANCE, MULTIPART, cut(good, 4))
            .tells(parts())
            .problem(Kind.TRUNCATED),
        Case.of("cut in the payload", INSTANCE, MULTIPART, cut(good, 40))
            .tells(parts())
            .problem(Kind.TRUNCATED),
        Case.of("single part", INSTANCE, DICOM + "; transfer-syntax=1.1", FILE)
            .tells(single("1.1", P10.EXPLICIT))
            .notes(SINGLE),
        Case.of("single part that is cut", INSTANCE, DICOM, Arrays.copyOf(FILE, 140))
            .problem(Kind.UID)
            .notes(SINGLE),
        Case.of("error in JSON", INSTANCE, "application/json", ascii("{}"))
            .problem(Kind.DICOM)
            .notes(SINGLE),
        Case.of("HTML", INSTANCE, "text/html", ascii(HTML))
            .problem(Kind.CONTENT_TYPE)
            .notes(SINGLE));
  }

  static Stream<Case> all() {
    return Stream.of(metadata(), frames(), instances()).flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aResponseGetsItsVerdict(Case response) {
    Verdict verdict = response.whole(new Payloads());

    assertThat(verdict.problem() == null ? null : verdict.problem().kind())
        .as("%s", verdict.problem())
        .isEqualTo(response.problem());
    assertThat(verdict.notes()).isEqualTo(response.notes());
    assertThat(verdict.told()).isEqualTo(response.told());
    assertThat(verdict.contentBytes()).isEqualTo(response.body().length());
  }

  @ParameterizedTest
  @MethodSource("all")
  void thePiecesThatComeDoNotMatter(Case response) {
    Payloads whole = new Payloads();
    Verdict verdict = response.whole(whole);
    for (int seed = 0; seed < 50; seed++) {
      Payloads pieces = new Payloads();
      assertThat(response.inPieces(new Random(seed), pieces)).isEqualTo(verdict);
      assertThat(pieces.whole).containsExactlyElementsOf(whole.whole);
    }
  }

  static IntStream cuts() {
    return IntStream.range(0, dataset("1.1", "1.2", "1.3").length() + 1);
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void metadataThatIsCutAnywhereIsTruncated(int length) {
    String whole = "[" + dataset("1.1", "1.2", "1.3") + "]";
    Case cut = metadata("cut", JSON, whole.substring(0, length));

    assertThat(cut.whole(new Payloads()).problem())
        .isNotNull()
        .returns(Kind.TRUNCATED, problem -> problem.kind());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noMultipartThatIsCutPassesForWhole(boolean frame) {
    byte[] body = multipart(part(frame ? OCTETS : DICOM, frame ? PIXELS : FILE));
    byte[] closed = cut(body, 2); // the last line end belongs to nothing
    for (int length = 0; length < closed.length; length++) {
      Case cut = Case.of("cut", frame ? FRAME : INSTANCE, MULTIPART, Arrays.copyOf(body, length));
      assertThat(cut.whole(new Payloads()).problem()).as("at %d", length).isNotNull();
    }
    assertThat(Case.of("", frame ? FRAME : INSTANCE, MULTIPART, closed).whole(new Payloads()))
        .returns(null, Verdict::problem);
  }

  @Test
  void thePayloadIsHeardAndFoundAgain() {
    byte[] body = multipart(part(OCTETS, PIXELS));
    Payloads heard = new Payloads();
    MultipartIndex index = Case.of("good", FRAME, MULTIPART, body).whole(heard).multipart();

    assertThat(heard.whole).containsExactly(PIXELS);
    assertThat(index).isNotNull();
    int offset = (int) index.parts().get(0).offset();
    assertThat(Arrays.copyOfRange(body, offset, offset + PIXELS.length)).isEqualTo(PIXELS);
  }

  @Test
  void aSinglePartIsHeardWhole() {
    Payloads heard = new Payloads();
    Verdict verdict = Case.of("single", FRAME, OCTETS, PIXELS).whole(heard);

    assertThat(heard.whole).containsExactly(PIXELS);
    assertThat(verdict.multipart()).isNull();
  }

  @Test
  void metadataThatCannotBeReadAgainIsAProblem() {
    ResponseProof proof = metadata("", JSON, "[]").proof(new Payloads());

    assertThat(
            proof
                .end(
                    () -> {
                      throw new IOException("broken");
                    })
                .problem())
        .isNotNull()
        .returns(Kind.CONTENT_CODING, problem -> problem.kind());
  }

  /** Pixels that were cut look like any others. */
  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, Content-Length, 10, true",
    "HTTP/1.1, transfer-encoding, 'gzip, Chunked', true",
    "HTTP/1.1, Content-Encoding, gzip, true",
    "HTTP/1.1, Transfer-Encoding, identity, false",
    "HTTP/1.0, Connection, close, false",
    "HTTP/2, X, y, true",
  })
  void aSinglePartWhoseEndNothingTellsIsNoted(
      String version, String name, String value, boolean told) {
    Headers headers =
        new Headers(List.of(new Header("Content-Type", OCTETS), new Header(name, value)));
    ResponseHead head = new ResponseHead(version, 200, "", headers);
    ResponseProof proof = new ResponseProofs().begin(FRAME, Pixels.NONE, head, new Payloads());
    proof.content(PIXELS, 0, PIXELS.length);

    assertThat(proof.end(InputStream::nullInputStream).notes())
        .isEqualTo(
            told
                ? List.of(SINGLE)
                : List.of(SINGLE, "only the end of the connection told where the body ends"));
  }
}
