package dev.dicomwebdump.it;

import static dev.dicomwebdump.it.FaultCase.file;
import static dev.dicomwebdump.it.FaultCase.frame;
import static dev.dicomwebdump.it.FaultCase.metadata;
import static dev.dicomwebdump.testkit.dicom.InstanceTemplate.image;
import static dev.dicomwebdump.testkit.dicom.TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
import static dev.dicomwebdump.testkit.server.Multiparts.payload;
import static dev.dicomwebdump.testkit.server.Replies.gzip;
import static dev.dicomwebdump.testkit.server.Replies.normal;
import static dev.dicomwebdump.testkit.server.Replies.singlePart;
import static dev.dicomwebdump.testkit.server.Replies.status;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Multiparts;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The fault fixtures, and what is to come of each. */
final class FaultCases {
  private static final String COMPLETE = "complete";
  private static final String INCOMPLETE = "incomplete";
  private static final String FAILED = "failed";
  private static final int SIDE = 32;
  private static final int PIXELS = SIDE * SIDE;
  private static final String ANY_LOSS = "incomplete|failed";

  private FaultCases() {}

  /** A study with as many images of one frame as there are cases. */
  static SyntheticStudy study() {
    return SyntheticStudy.builder("2.999.2")
        .series(all().size(), image(EXPLICIT_VR_LITTLE_ENDIAN, 1, SIDE, SIDE))
        .build();
  }

  static List<FaultCase> all() {
    return Stream.of(ofTheWire(), ofMultiparts(), ofFrames(), ofFiles(), ofMetadata())
        .flatMap(List::stream)
        .toList();
  }

  private static List<FaultCase> ofTheWire() {
    return List.of(
        frame("disconnect", Faults.disconnect(), FAILED, "connect"),
        frame("reset", Faults.reset(), FAILED, "connect"),
        frame("reset in the body", Faults.resetAfter(150), ANY_LOSS, "truncated|connect"),
        frame("cut", Faults.cutAfter(150), INCOMPLETE, "truncated"),
        frame("cut in chunks", Faults.cutChunkedAfter(150), INCOMPLETE, "truncated"),
        frame("early end", Faults.endAfter(150), INCOMPLETE, "truncated"),
        frame(
            "early end of a single part",
            singlePart().then(Faults.endAfter(30)),
            INCOMPLETE,
            "truncated"),
        frame("cut in gzip", gzip().then(Faults.endAfter(30)), INCOMPLETE, "truncated"),
        frame("stall", Faults.stall(), FAILED, "timeout"),
        frame("stall after the head", Faults.stallAfterHead(), FAILED, "timeout"),
        frame("stall in the body", Faults.stallAfter(150), INCOMPLETE, "timeout"),
        frame("slow", Faults.throttled(20, Duration.ofMillis(10)), COMPLETE, ""),
        frame("chunked", Replies.chunked(), COMPLETE, ""),
        frame("until close", Replies.untilClose(), COMPLETE, ""));
  }

  private static List<FaultCase> ofMultiparts() {
    return List.of(
        frame("no end", Multiparts.withoutEnd(), INCOMPLETE, "truncated"),
        file("no end", Multiparts.withoutEnd(), INCOMPLETE, "truncated"),
        frame("cut in a part", Multiparts.cutInPart(9), INCOMPLETE, "truncated"),
        file("cut in a part", Multiparts.cutInPart(9), INCOMPLETE, "truncated"),
        frame("no delimiter", Multiparts.withoutDelimiters(), FAILED, "multipart"),
        frame("part is longer than it says", Multiparts.partLength(60), FAILED, "multipart"),
        frame(
            "part is shorter than it says", Multiparts.partLength(PIXELS + 6), FAILED, "multipart"),
        frame("part says more than is left", Multiparts.partLength(9999), INCOMPLETE, "truncated"),
        frame("two parts", Multiparts.partTwice(), FAILED, "multipart"),
        frame("no parts", Multiparts.withoutParts(), FAILED, "multipart"),
        frame("bad part header", Multiparts.badPartHeader(), FAILED, "multipart"),
        frame("no boundary", Replies.withoutBoundary(), COMPLETE, "boundary parameter is missing"),
        frame(
            "no boundary, no end",
            Replies.withoutBoundary().then(Multiparts.withoutEnd()),
            INCOMPLETE,
            "truncated"),
        frame("no part headers", Multiparts.withoutPartHeaders(), COMPLETE, "no headers"),
        frame("preamble", Multiparts.preamble("hello"), COMPLETE, "preamble"),
        frame("empty line first", Multiparts.preamble(""), COMPLETE, "empty lines"),
        frame("epilogue", Multiparts.epilogue("bye"), COMPLETE, "epilogue"),
        frame("LF", Multiparts.linesInLf(), COMPLETE, "LF"));
  }

  private static List<FaultCase> ofFrames() {
    return List.of(
        frame("no bytes", payload(bytes -> new byte[0]), FAILED, "dicom"),
        frame(
            "short",
            payload(bytes -> Arrays.copyOf(bytes, bytes.length - 2)),
            INCOMPLETE,
            "truncated"),
        frame("long", payload(bytes -> Arrays.copyOf(bytes, bytes.length + 2)), FAILED, "dicom"),
        frame("login page", Replies.loginPage(), FAILED, "content-type"),
        frame("error as 200", status(200, "application/json", "{}"), FAILED, "content-type"),
        frame("text part", Multiparts.partType("text/plain"), FAILED, "content-type"),
        frame("octed-stream", Multiparts.partType("application/octed-stream"), COMPLETE, "octed"),
        frame("image/jpeg", Multiparts.partType("image/jpeg"), COMPLETE, "image/jpeg"),
        frame("single part", singlePart(), COMPLETE, "single part"),
        frame("no type", Replies.singlePart().withoutHeader("Content-Type"), COMPLETE, "missing"),
        frame("gzip", gzip(), COMPLETE, ""),
        frame("no gzip", normal().header("Content-Encoding", "gzip"), FAILED, "content-coding"),
        frame("brotli", normal().header("Content-Encoding", "br"), FAILED, "content-coding"),
        frame("no location", status(302), FAILED, "status|redirect"),
        frame("no content", status(204), FAILED, "status"));
  }

  private static List<FaultCase> ofFiles() {
    byte[] other = SyntheticStudies.small().instances().get(0).p10();
    return List.of(
        file("another instance", payload(bytes -> other), FAILED, "uid"),
        file("no DICOM", payload(bytes -> new byte[bytes.length]), FAILED, "dicom"),
        file("no bytes", payload(bytes -> new byte[0]), FAILED, "dicom"),
        file(
            "only a beginning",
            payload(bytes -> Arrays.copyOf(bytes, 800)),
            INCOMPLETE,
            "truncated"),
        file(
            "early end of a single part",
            singlePart().then(Faults.endAfter(600)),
            INCOMPLETE,
            "truncated"),
        file("login page", Replies.loginPage(), FAILED, "content-type"),
        file(
            "octet-stream",
            Multiparts.partType("application/octet-stream"),
            COMPLETE,
            "octet-stream"),
        file("single part", singlePart(), COMPLETE, "single part"));
  }

  private static List<FaultCase> ofMetadata() {
    return List.of(
        metadata("cut JSON", json(text -> text.substring(0, 300)), INCOMPLETE, "truncated"),
        metadata("cut", Faults.cutAfter(300), INCOMPLETE, "truncated"),
        metadata("early end", Faults.endAfter(300), INCOMPLETE, "truncated"),
        metadata("nothing", json(text -> ""), ANY_LOSS, "truncated"),
        metadata("no JSON", json(text -> "oh no"), FAILED, "json"),
        metadata("more after its end", json(text -> text + "]"), FAILED, "json"),
        metadata("no dataset", json(text -> "[]"), FAILED, "json"),
        metadata("deep", json(text -> "[".repeat(5000) + "]".repeat(5000)), FAILED, "json"),
        metadata(
            "another instance",
            json(text -> text.replace("2.999.2.1", "2.999.2.9")),
            FAILED,
            "uid"),
        metadata("login page", Replies.loginPage(), FAILED, "content-type"),
        metadata("a part", status(206, "application/dicom+json", "[]"), ANY_LOSS, "truncated"),
        metadata(
            "an object", json(text -> text.substring(1, text.length() - 1)), COMPLETE, "an object"),
        metadata(
            "application/json",
            Replies.contentType("application/json"),
            COMPLETE,
            "application/json"),
        metadata("no type", normal().withoutHeader("Content-Type"), COMPLETE, "missing"));
  }

  private static Reply json(UnaryOperator<String> change) {
    return normal().body(bytes -> change.apply(new String(bytes, UTF_8)).getBytes(UTF_8));
  }
}
