package dev.dicomwebdump.proof;

import static dev.dicomwebdump.proof.Bodies.BOUNDARY;
import static dev.dicomwebdump.proof.Bodies.ascii;
import static dev.dicomwebdump.proof.Bodies.cut;
import static dev.dicomwebdump.proof.Bodies.multipart;
import static dev.dicomwebdump.proof.Bodies.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Problem.Kind;
import dev.dicomwebdump.resource.AttributePath;
import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.FrameSize;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Responses of several parts that are resources of their own. */
class ManyPartsProofTest {

  private static final Uid STUDY = new Uid("1.1");
  private static final Uid SERIES = new Uid("1.2");
  private static final Uid SOP = new Uid("1.3");
  private static final Resource FRAMES = Resource.frames(STUDY, SERIES, SOP, 4, 6);
  private static final Resource OF_STUDY = Resource.studyInstances(STUDY);
  private static final Resource OF_SERIES = Resource.seriesInstances(STUDY, SERIES);
  private static final Resource VALUE =
      Resource.bulkdata(
          STUDY,
          SERIES,
          SOP,
          new BulkValue(new AttributePath("00420011"), "x", URI.create("http://a/x"), null));

  private static final String MULTIPART = "multipart/related; boundary=" + BOUNDARY;
  private static final String OCTETS = "application/octet-stream";
  private static final String DICOM = "application/dicom";
  private static final String SINGLE = "single part in place of a multipart";
  private static final String SEVERAL = "several parts where one was asked for";
  private static final String EXPLICIT = P10.EXPLICIT;

  private static byte[] frame(int bytes) {
    return part(OCTETS, new byte[bytes]);
  }

  private static byte[] file(String sop, String study, String series) {
    return part(DICOM, P10.file(sop, EXPLICIT, sop, study, series));
  }

  private static byte[] file(String sop) {
    return file(sop, "1.1", "1.2");
  }

  private static ToldTransferSyntax told(int parts, @Nullable String file) {
    return new ToldTransferSyntax(null, Collections.nCopies(parts, null), file);
  }

  private static Case frames(String name, byte[]... parts) {
    return Case.of(name, FRAMES, MULTIPART, multipart(parts)).tells(told(parts.length, null));
  }

  static Stream<Case> frames() {
    byte[] good = multipart(frame(1), frame(2), frame(3));
    return Stream.of(
        frames("as many as asked for", frame(1), frame(2), frame(3)),
        frames("fewer", frame(1), frame(2)).problem(Kind.MULTIPART),
        frames("one", frame(1)).problem(Kind.MULTIPART),
        frames("none").problem(Kind.MULTIPART),
        frames("more", frame(1), frame(1), frame(1), frame(1)).problem(Kind.MULTIPART),
        frames("some of them", frame(1), frame(2)).status(206).problem(Kind.MULTIPART),
        frames("all of them, but called some", frame(1), frame(1), frame(1))
            .status(206)
            .problem(Kind.MULTIPART),
        frames("an empty one", frame(1), frame(0), frame(1)).problem(Kind.DICOM),
        frames("an error among them", frame(1), part("text/html", new byte[1]), frame(1))
            .problem(Kind.CONTENT_TYPE),
        frames("an error in place of them", part("application/json", ascii("{}")))
            .problem(Kind.CONTENT_TYPE),
        frames("one of another type", frame(1), part("image/jls", new byte[1]), frame(1))
            .notes("content type image/jls for a frame"),
        Case.of("cut", FRAMES, MULTIPART, cut(good, 4))
            .problem(Kind.TRUNCATED)
            .tells(told(2, null)),
        Case.of("single part", FRAMES, OCTETS, new byte[9]).notes(SINGLE).problem(Kind.MULTIPART),
        Case.of("HTML", FRAMES, "text/html", ascii("<html>"))
            .notes(SINGLE)
            .problem(Kind.CONTENT_TYPE));
  }

  private static Case instances(String name, Resource asked, byte[]... parts) {
    return Case.of(name, asked, MULTIPART, multipart(parts)).tells(told(parts.length, EXPLICIT));
  }

  static Stream<Case> instances() {
    byte[] good = multipart(file("1.3"), file("1.4"));
    byte[] other = part(DICOM, P10.file("1.4", P10.BIG_ENDIAN, "1.4", "1.1", "1.2"));
    return Stream.of(
        instances("of a study", OF_STUDY, file("1.3"), file("1.4", "1.1", "1.9")),
        instances("of a series", OF_SERIES, file("1.3"), file("1.4")),
        instances("one alone", OF_SERIES, file("1.3")),
        instances("no place told", OF_SERIES, part(DICOM, P10.file("1.3", EXPLICIT, "1.3"))),
        instances("another study", OF_STUDY, file("1.3"), file("1.4", "9.1", "1.2"))
            .problem(Kind.UID),
        instances("another series", OF_SERIES, file("1.3"), file("1.4", "1.1", "1.9"))
            .problem(Kind.UID),
        instances("one twice", OF_STUDY, file("1.3"), file("1.4"), file("1.3")).problem(Kind.UID),
        instances("one without UID", OF_STUDY, part(DICOM, P10.file(null, EXPLICIT, null)))
            .problem(Kind.UID),
        instances("a UID that is no name", OF_STUDY, file("../1"))
            .notes("an instance has a UID that cannot be a name"),
        instances("no file", OF_STUDY, file("1.3"), part(DICOM, ascii("x")))
            .tells(told(2, null))
            .problem(Kind.DICOM),
        instances("two syntaxes", OF_STUDY, file("1.3"), other).tells(told(2, null)),
        instances("some of them", OF_STUDY, file("1.3")).status(206).problem(Kind.TRUNCATED),
        instances("none", OF_STUDY).tells(told(0, null)).problem(Kind.MULTIPART),
        Case.of("cut between two", OF_STUDY, MULTIPART, cut(good, BOUNDARY.length() + 6))
            .tells(told(1, EXPLICIT))
            .problem(Kind.TRUNCATED),
        Case.of("cut in the first", OF_STUDY, MULTIPART, Arrays.copyOf(good, 300))
            .tells(told(0, null))
            .problem(Kind.TRUNCATED),
        Case.of("single part", OF_STUDY, DICOM, P10.file("1.3", EXPLICIT, "1.3"))
            .tells(new ToldTransferSyntax(null, List.of(), EXPLICIT))
            .notes(SINGLE),
        Case.of("an error page", OF_STUDY, "text/html", ascii("<html>"))
            .notes(SINGLE)
            .problem(Kind.CONTENT_TYPE));
  }

  static Stream<Case> others() {
    Resource rendered = Resource.rendered(STUDY, SERIES, SOP);
    byte[] picture = part("image/png", new byte[9]);
    return Stream.of(
        Case.of("a value in two parts", VALUE, MULTIPART, multipart(frame(0), frame(1)))
            .tells(told(2, null))
            .notes(SEVERAL),
        Case.of("no value", VALUE, MULTIPART, multipart())
            .tells(told(0, null))
            .problem(Kind.MULTIPART),
        Case.of("two pictures", rendered, MULTIPART, multipart(picture, picture))
            .tells(told(2, null))
            .notes(SEVERAL),
        Case.of("an error after a picture", rendered, MULTIPART, multipart(picture, frame(1)))
            .tells(told(2, null))
            .notes(SEVERAL)
            .problem(Kind.CONTENT_TYPE));
  }

  static Stream<Case> all() {
    return Stream.of(frames(), instances(), others()).flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aResponseGetsItsVerdict(Case response) {
    Payloads whole = new Payloads();
    Verdict verdict = response.whole(whole);

    assertThat(verdict.problem() == null ? null : verdict.problem().kind())
        .as("%s", verdict.problem())
        .isEqualTo(response.problem());
    assertThat(verdict.notes()).isEqualTo(response.notes());
    assertThat(verdict.told()).isEqualTo(response.told());
    for (int seed = 0; seed < 20; seed++) {
      Payloads pieces = new Payloads();
      assertThat(response.inPieces(new Random(seed), pieces)).isEqualTo(verdict);
      assertThat(pieces.whole).containsExactlyElementsOf(whole.whole);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 200, server gave 2 parts where 3 frames were asked for",
    "1, 200, server gave 1 part where 3 frames were asked for",
    "2, 206, 206: server gave 2 parts where 3 frames were asked for",
  })
  void theProblemTellsHowManyFramesCame(int parts, int status, String message) {
    byte[][] all = IntStream.range(0, parts).mapToObj(i -> frame(1)).toArray(byte[][]::new);
    Verdict verdict = frames("", all).status(status).whole(new Payloads());

    assertThat(verdict.problem()).isNotNull().returns(message, problem -> problem.message());
  }

  @Test
  void eachFrameIsHeldToItsSize() {
    Pixels pixels = new Pixels(9, FrameSize.of(2, 2, 1, 8, false), true);
    String type = OCTETS + "; transfer-syntax=" + EXPLICIT;
    byte[] native4 = part(type, new byte[4]);
    byte[] body = multipart(native4, native4, part(type, new byte[3]));
    ResponseProof proof =
        new ResponseProofs().begin(FRAMES, pixels, frames("").head(), new Payloads());
    proof.content(body, 0, body.length);

    assertThat(proof.end(() -> new ByteArrayInputStream(body)).problem())
        .isNotNull()
        .returns(Kind.TRUNCATED, problem -> problem.kind())
        .returns("part 3: the frame has 3 bytes in place of 4", problem -> problem.message());
  }

  @Test
  void whichInstancesCameIsTold() {
    byte[] unplaced = part(DICOM, P10.file("1.5", EXPLICIT, "1.5"));
    byte[][] parts = {file("1.3"), unplaced, file("../x"), file("1.6", "1.1", "1.9")};

    assertThat(instances("", OF_STUDY, parts).whole(new Payloads()).instances())
        .containsExactly(
            new InstanceUids(SERIES, SOP),
            new InstanceUids(null, new Uid("1.5")),
            null,
            new InstanceUids(new Uid("1.9"), new Uid("1.6")));
    assertThat(instances("", OF_SERIES, unplaced).whole(new Payloads()).instances())
        .containsExactly(new InstanceUids(SERIES, new Uid("1.5")));
    assertThat(instances("", OF_SERIES, unplaced, unplaced).whole(new Payloads()).instances())
        .isEmpty();
  }

  @Test
  void moreThanAHundredInstancesComeInOneResponse() {
    byte[][] parts =
        IntStream.rangeClosed(1, 1000).mapToObj(i -> file("2." + i)).toArray(byte[][]::new);
    Verdict verdict = instances("", OF_STUDY, parts).whole(new Payloads());

    assertThat(verdict.problem()).isNull();
    assertThat(verdict.instances()).hasSize(1000).doesNotHaveDuplicates();
  }

  @Test
  void aNewDeviationInEachPartIsNotNotedWithoutEnd() {
    byte[][] parts =
        IntStream.range(0, 500)
            .mapToObj(i -> part("x/" + i, P10.file("2." + i, EXPLICIT, "2." + i)))
            .toArray(byte[][]::new);

    assertThat(instances("", OF_STUDY, parts).whole(new Payloads()).notes()).hasSize(100);
  }

  @Test
  void noCutPassesForWhole() {
    byte[] body = multipart(file("1.3"), file("1.4"));
    for (int length = 0; length < body.length - 2; length++) {
      Case cut = Case.of("cut", OF_STUDY, MULTIPART, Arrays.copyOf(body, length));
      assertThat(cut.whole(new Payloads()).problem())
          .as("at %d", length)
          .isNotNull()
          .returns(Kind.TRUNCATED, problem -> problem.kind());
    }
  }

  @ParameterizedTest
  @CsvSource({"200, ", "206, TRUNCATED"})
  void metadataInXmlOfWhichOnlyAPartCameIsNotWhole(int status, @Nullable Kind kind) {
    Resource xml = Resource.xmlOf(Resource.studyMetadata(STUDY));
    byte[] body = multipart(part("application/dicom+xml", ascii("<NativeDicomModel/>")));
    Verdict verdict = Case.of("XML", xml, MULTIPART, body).status(status).whole(new Payloads());

    assertThat(verdict.problem() == null ? null : verdict.problem().kind()).isEqualTo(kind);
  }
}
