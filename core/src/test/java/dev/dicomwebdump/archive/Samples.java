package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Peer;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.AttributePath;
import dev.dicomwebdump.resource.BulkValue;
import dev.dicomwebdump.resource.InstanceUids;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records and summaries of many shapes. */
final class Samples {

  static final Uid STUDY = new Uid("1.2.3");
  static final Uid SERIES = new Uid("1.2.3.4");
  static final Uid SOP = new Uid("1.2.3.4.5");
  static final String SHA = "0123456789abcdef".repeat(4);
  static final Instant STARTED = Instant.parse("2026-11-23T04:05:06.007Z");
  static final Problem CUT = new Problem(Problem.Kind.TRUNCATED, "5 of 10 bytes came");
  static final Timings TIMINGS =
      new Timings(
          Duration.ofMillis(1),
          null,
          Duration.ofNanos(12_345_678),
          Duration.ofMillis(9),
          Duration.ofNanos(1_999),
          Duration.ofMillis(250),
          Duration.ZERO);

  private Samples() {}

  static Headers headers(String... namesAndValues) {
    return new Headers(
        Stream.iterate(0, i -> i < namesAndValues.length, i -> i + 2)
            .map(i -> new Header(namesAndValues[i], namesAndValues[i + 1]))
            .toList());
  }

  static Exchange exchange(@Nullable ResponseHead response, long bytes, @Nullable Problem problem) {
    return new Exchange(
        new Request(
            URI.create("https://pacs.example/dicom-web/studies/1.2.3?a=1&b=x%20y+z&a=%C3%A4&empty"),
            headers("Accept", "application/dicom+json", "Authorization", "REDACTED")),
        response,
        STARTED,
        TIMINGS,
        new Peer("192.0.2.1", 50123, false),
        bytes,
        problem,
        List.of());
  }

  static Exchange answered(int status, String... namesAndValues) {
    return exchange(
        new ResponseHead("HTTP/1.1", status, "Reason", headers(namesAndValues)), 12, null);
  }

  static Exchange unanswered() {
    Exchange full = exchange(null, 0, new Problem(Problem.Kind.CONNECT, "connection refused"));
    return new Exchange(
        full.request(), null, STARTED, Timings.UNKNOWN, null, 0, full.problem(), List.of());
  }

  static DumpRecord record(Resource resource, Exchange exchange) {
    Problem problem = exchange.problem();
    return new DumpRecord(
        resource,
        resource.address(),
        problem == null ? Outcome.COMPLETE : Outcome.FAILED,
        problem,
        List.of(),
        problem == null ? new StoredBody("metadata", 12, ContentDigest.sha256(SHA)) : null,
        null,
        List.of(),
        null,
        exchange,
        12,
        null,
        Collections.nCopies(exchange.earlier().size(), null));
  }

  static DumpRecord complete() {
    return record(Resource.studyMetadata(STUDY), answered(200, "Content-Type", "a/b"));
  }

  static DumpRecord withoutResponse() {
    return record(Resource.seriesMetadata(STUDY, SERIES), unanswered());
  }

  /** A redirect, then a refusal with an excerpt, then a success. */
  static DumpRecord withEarlier() {
    Problem refusal = new Problem(Problem.Kind.STATUS, "406 Not Acceptable");
    Exchange last =
        answered(200)
            .after(
                answered(406, "Content-Encoding", "gzip")
                    .withProblem(refusal)
                    .after(answered(307, "Location", "https://other.example/x?sig=REDACTED"))
                    .after(unanswered()));
    DumpRecord record = record(Resource.instanceMetadata(STUDY, SERIES, SOP), last);
    return new DumpRecord(
        record.resource(),
        record.uri(),
        record.outcome(),
        null,
        List.of("single part"),
        record.body(),
        null,
        List.of(),
        null,
        last,
        -1,
        null,
        Arrays.asList(null, null, "try \"*/*\"\n\u0000\ud83d"));
  }

  static DumpRecord oddHeaders() {
    return record(
        Resource.studyMetadata(STUDY),
        answered(200, "X-Name", "M\u00fcller\u0080", "x-name", "\u0007 tab\there", "X-Name", ""));
  }

  /** A frame of terabytes in two parts, cut. */
  static DumpRecord multipart() {
    return multipart(ContentDigest.sha256(SHA));
  }

  /** The same with another digest. */
  static DumpRecord multipart(ContentDigest digest) {
    long huge = 1L << 42;
    StoredPart first =
        new StoredPart(
            headers("Content-Type", "image/jls", "content-type", "x").fields(),
            117,
            huge,
            "1.1.bin",
            digest);
    StoredPart second = new StoredPart(List.of(), huge + 300, 0, null, null);
    Exchange exchange = exchange(new ResponseHead("HTTP/2", 200, "", headers()), huge + 400, CUT);
    return new DumpRecord(
        Resource.frame(STUDY, SERIES, SOP, 1),
        "http://pacs.example/frames/1",
        Outcome.INCOMPLETE,
        CUT,
        List.of("boundary missing"),
        new StoredBody("1.partial", huge + 400, digest),
        new StoredMultipart("--b\"", false, List.of(first, second)),
        List.of(),
        new TransferSyntaxes(
            "*", null, Arrays.asList("1.2.840.10008.1.2.4.80", null), "1.2.840.10008.1.2.1"),
        exchange,
        huge + 400,
        null,
        List.of());
  }

  /** Two frames whose body is not there, but all that it was made of. */
  static DumpRecord unwrapped() {
    DumpRecord record = record(Resource.frames(STUDY, SERIES, SOP, 1, 2), answered(200));
    StoredMultipart multipart =
        new StoredMultipart(
            "b",
            true,
            List.of(
                new StoredPart(List.of(), 7, 3, "1.bin", ContentDigest.sha256(SHA)),
                new StoredPart(List.of(), 19, 0, "2.bin", ContentDigest.sha256(SHA))),
            List.of("LS1iDQoNCg==", "DQotLWINCg0K", "DQotLWItLQ=="));
    return new DumpRecord(
        record.resource(),
        record.uri(),
        record.outcome(),
        null,
        List.of(),
        new StoredBody(null, 26, ContentDigest.sha256(SHA)),
        multipart,
        List.of(),
        new TransferSyntaxes("*", null, Arrays.asList(null, null), null),
        record.exchange(),
        26,
        null,
        List.of());
  }

  /** Three instances of a study: one in the tree, one whose series nobody knows, one nameless. */
  static DumpRecord manyInstances() {
    DumpRecord record = record(Resource.studyInstances(STUDY), answered(200));
    String placed = "series/1.2.3.4/instances/1.2.3.4.5/_/1.2.3.4.5.bin";
    return new DumpRecord(
        record.resource(),
        record.uri(),
        record.outcome(),
        null,
        List.of(),
        record.body(),
        new StoredMultipart(
            "b",
            true,
            List.of(
                new StoredPart(List.of(), 10, 200, placed, ContentDigest.sha256(SHA)),
                new StoredPart(List.of(), 220, 200, "1.2.3.2.bin", ContentDigest.sha256(SHA)),
                new StoredPart(List.of(), 430, 200, null, null))),
        Arrays.asList(
            new InstanceUids(SERIES, SOP), new InstanceUids(null, new Uid("1.2.9")), null),
        new TransferSyntaxes("*", null, Arrays.asList(null, null, null), null),
        record.exchange(),
        12,
        null,
        List.of());
  }

  static DumpRecord unsupported() {
    Problem problem = new Problem(Problem.Kind.STATUS, "404 Not Found");
    return new DumpRecord(
        Resource.studyMetadata(new Uid("odd_STUDY-1")),
        "http://pacs.example/studies/odd_STUDY-1/metadata",
        Outcome.UNSUPPORTED,
        problem,
        List.of("nonconformant UID"),
        new StoredBody("metadata.error", 3, ContentDigest.sha256(SHA)),
        null,
        List.of(),
        null,
        answered(404).withProblem(problem),
        3,
        null,
        List.of());
  }

  /** Two frames of which nothing is there but what is told of them. */
  static DumpRecord unkept() {
    DumpRecord record = record(Resource.frames(STUDY, SERIES, SOP, 1, 2), answered(200));
    StoredMultipart multipart =
        new StoredMultipart(
            "b",
            true,
            List.of(
                new StoredPart(List.of(), 7, 3, null, null),
                new StoredPart(List.of(), 19, 0, null, null)));
    return new DumpRecord(
        record.resource(),
        record.uri(),
        record.outcome(),
        null,
        List.of(),
        new StoredBody(null, 26, ContentDigest.sha256(SHA)),
        multipart,
        List.of(),
        new TransferSyntaxes("*", null, Arrays.asList(null, null), null),
        record.exchange(),
        26,
        null,
        List.of());
  }

  /** An error of which only the beginning is there. */
  static DumpRecord unkeptError() {
    Problem problem = new Problem(Problem.Kind.STATUS, "404 Not Found");
    return new DumpRecord(
        Resource.studyMetadata(STUDY),
        "http://pacs.example/studies/1.2.3/metadata",
        Outcome.FAILED,
        problem,
        List.of(),
        new StoredBody(null, 3, ContentDigest.sha256(SHA)),
        null,
        List.of(),
        null,
        answered(404).withProblem(problem),
        3,
        "no \ud83d\ude00",
        List.of());
  }

  static SearchPage page() {
    return new SearchPage(2, "limit=10&offset=10");
  }

  /** One resource of each kind, and of each form of it. */
  static Stream<Resource> resources() {
    SearchPage page = page();
    AttributePath path = new AttributePath("00480105.1.00282000");
    Resource metadata = Resource.instanceMetadata(STUDY, SERIES, SOP);
    return Stream.of(
        Resource.studyMetadata(STUDY),
        Resource.seriesMetadata(STUDY, SERIES),
        metadata,
        Resource.xmlOf(Resource.studyMetadata(STUDY)),
        Resource.xmlOf(Resource.seriesMetadata(STUDY, SERIES)),
        Resource.xmlOf(metadata),
        Resource.frame(STUDY, SERIES, SOP, 7),
        Resource.frames(STUDY, SERIES, SOP, 7, 9),
        Resource.instance(STUDY, SERIES, SOP),
        Resource.seriesInstances(STUDY, SERIES),
        Resource.studyInstances(STUDY),
        Resource.bulkdata(
            STUDY, SERIES, SOP, new BulkValue(path, "../x", URI.create("http://a/x"), null)),
        Resource.rendered(STUDY, SERIES, SOP),
        Resource.renderedFrame(STUDY, SERIES, SOP, 4),
        Resource.thumbnail(STUDY, null, null),
        Resource.thumbnail(STUDY, SERIES, null),
        Resource.thumbnail(STUDY, SERIES, SOP),
        Resource.studiesSearch(page),
        Resource.seriesSearch(STUDY, page),
        Resource.instancesSearch(STUDY, null, new SearchPage(1, "")),
        Resource.instancesSearch(STUDY, SERIES, page));
  }

  static Stream<DumpRecord> records() {
    return Stream.of(
        complete(),
        withoutResponse(),
        withEarlier(),
        oddHeaders(),
        multipart(),
        multipart(new ContentDigest(DigestKind.CRC32C, "0a1b2c3d")),
        multipart(ContentDigest.NONE),
        manyInstances(),
        unwrapped(),
        unkept(),
        unkeptError(),
        unsupported());
  }

  static Summary summary(DumpState.Extent extent, Missing missing, RunEnd end) {
    DumpState dump =
        new DumpState(
            missing.groups().isEmpty() ? DumpVerdict.COMPLETE : DumpVerdict.INCOMPLETE,
            "https://pacs.example/dicom-web",
            extent,
            2,
            30,
            1250,
            Map.of(
                ResourceKind.INSTANCE, new ResourceCounts(1, 2, 3, 0, 4, 1L << 50),
                ResourceKind.STUDY_METADATA, new ResourceCounts(1, 0, 0, 0, 0, 17)),
            new TransferSyntaxCounts(20, 9, 1),
            Map.of("single part", 3L, "boundary missing", 1L),
            List.of(ResourceKind.STUDY_METADATA),
            missing);
    Duration ms = Duration.ofMillis(1);
    RunState run =
        new RunState(
            STARTED,
            STARTED.plusMillis(61_001),
            Map.of("concurrency", "8"),
            end,
            end == RunEnd.FINISHED ? null : "the server was gone",
            100,
            1L << 51,
            1,
            2,
            3,
            4,
            8,
            List.of(new Unmatched("series", "1.2.4")),
            Map.of(ResourceKind.FRAME, new Latency(5, ms, ms, ms, Duration.ofNanos(1_234_567))));
    return new Summary("dicomweb-dump 0.1.0", dump, run);
  }

  static Stream<Summary> summaries() {
    DumpState.Extent one = new DumpState.OneStudy(STUDY);
    DumpState.Extent all =
        new DumpState.AllStudies(
            List.of(
                new StudyVerdict(STUDY, DumpVerdict.COMPLETE, "1.2.3", null),
                new StudyVerdict(new Uid("9"), DumpVerdict.FAILED, "9", CUT)));
    MissingList missing = new MissingList();
    missing.add(Resource.studyMetadata(STUDY), Outcome.UNSUPPORTED, CUT, 404);
    missing.add(Resource.frame(STUDY, SERIES, SOP, 7), Outcome.FAILED, CUT, 200);
    missing.add(Resource.frame(STUDY, SERIES, SOP, 8), Outcome.FAILED, CUT, 200);
    return Stream.concat(
        Stream.of(RunEnd.values()).map(end -> summary(one, missing.snapshot(), end)),
        Stream.of(
            summary(all, Missing.NOTHING, RunEnd.FINISHED),
            summary(new DumpState.AllStudies(List.of()), missing.snapshot(), RunEnd.GAVE_UP)));
  }
}
