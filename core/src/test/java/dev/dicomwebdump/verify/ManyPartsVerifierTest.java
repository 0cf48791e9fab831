package dev.dicomwebdump.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.dicomwebdump.archive.ArchiveFolder;
import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.archive.SumsWriter;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.record.Recorder;
import dev.dicomwebdump.record.Recording;
import dev.dicomwebdump.record.Redaction;
import dev.dicomwebdump.record.Storage;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damages to a dump in which an instance's frames came in one response, and all files of the study
 * in another, one of them in no other.
 */
class ManyPartsVerifierTest {

  private static final SyntheticStudy SMALL = SyntheticStudies.small();
  private static final Uid STUDY = new Uid("2.999.1");
  private static final Uid SERIES = new Uid("2.999.1.1");
  private static final Uid SOP = new Uid("2.999.1.1.3");
  private static final Resource OF_STUDY = Resource.studyInstances(STUDY);

  private static final String PREFIX = "2.999.1/";
  private static final String SUMS = PREFIX + "_dump/SHA256SUMS";
  private static final String IN_STUDY = "series/2.999.1.1/instances/2.999.1.1.3/";
  private static final String INSTANCE = PREFIX + IN_STUDY;
  private static final String FRAMES = INSTANCE + "frames/";
  private static final String P10 = INSTANCE + "_/2.999.1.1.3";
  private static final String ALL = PREFIX + "_/2.999.1";
  private static final String OTHER_SHA = ": has not the SHA-256 that is recorded";

  @TempDir static Path made;

  static TestDump clean;

  @BeforeAll
  static void dump() throws InterruptedException, IOException {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SMALL)) {
      clean = TestDump.of(server, "2.999.1", made.resolve("clean"));
    }
    clean.delete(INSTANCE + "frames");
    clean.delete(INSTANCE + "_");
    clean.edit(PREFIX + "_dump/summary.json", "instance-metadata,instances,", "instance-metadata,");
    List<String> lines =
        Files.readAllLines(clean.file(SUMS)).stream()
            .filter(line -> !line.contains(IN_STUDY + "frames") && !line.contains(IN_STUDY + "_"))
            .toList();
    recordMore();
    Files.write(clean.file(SUMS), lines, StandardOpenOption.APPEND);
  }

  private static void recordMore() {
    ArchiveFolder folder = ArchiveFolder.open(clean.folder(), Permissions.UMASK, warning -> {});
    Storage storage = new Storage(true, Keep.BODY, null, false, DigestKind.SHA256);
    Recorder recorder =
        new Recorder(folder, new Redaction("http://a"), storage, ByteSize.UNLIMITED);
    SyntheticInstance instance = SMALL.instances().get(2);
    Resource frames = Resource.frames(STUDY, SERIES, SOP, 1, 3);
    try (SumsWriter sums = new SumsWriter(folder, STUDY)) {
      record(
          recorder.open(frames, Pixels.NONE, sums, false),
          "application/octet-stream",
          Stream.of(1, 2, 3).map(instance::frame).toList());
      record(
          recorder.open(OF_STUDY, sop -> null, sums, false),
          "application/dicom",
          SMALL.instances().stream().map(SyntheticInstance::p10).toList());
      sums.finish();
    }
  }

  private static void record(Recording recording, String type, List<byte[]> payloads) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] payload : payloads) {
      body.writeBytes(ascii("--b\r\nContent-Type: " + type + "\r\n\r\n"));
      body.writeBytes(payload);
      body.writeBytes(ascii("\r\n"));
    }
    body.writeBytes(ascii("--b--\r\n"));
    Headers headers = headers("Content-Type", "multipart/related; boundary=b");
    ResponseHead head = new ResponseHead("HTTP/1.1", 200, "OK", headers);
    recording.head(head);
    recording.body(body.toByteArray(), 0, body.size());
    Request request =
        new Request(URI.create("http://a/x"), headers("Accept", "x; transfer-syntax=*"));
    Exchange exchange =
        new Exchange(
            request,
            head,
            Instant.EPOCH,
            Timings.UNKNOWN,
            null,
            body.size(),
            recording.end(),
            List.of());
    assertThat(recording.commit(exchange, false).outcome()).isEqualTo(Outcome.COMPLETE);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Headers headers(String name, String value) {
    return new Headers(List.of(new Header(name, value)));
  }

  @Test
  void aSoundDumpHasNoFindings() throws IOException {
    assertThat(clean.findings()).isEmpty();
    assertThat(clean.file(P10 + ".bin")).exists();
    assertThat(clean.file(P10 + ".dump.json")).doesNotExist();
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage(
            "a frame's payload changed",
            dump -> dump.flip(FRAMES + "2.bin", 0),
            FRAMES + "2.bin" + OTHER_SHA),
        damage(
            "a frame's payload lost",
            dump -> dump.delete(FRAMES + "2.bin"),
            FRAMES + "2.bin: is not there, but recorded"),
        damage(
            "two frames' payloads swapped",
            dump -> dump.swap(FRAMES + "1.bin", FRAMES + "2.bin"),
            FRAMES + "1.bin" + OTHER_SHA,
            FRAMES + "2.bin" + OTHER_SHA),
        damage(
            "a payload of a frame that did not come",
            dump -> dump.write(FRAMES + "4.bin", "x"),
            FRAMES + "4.bin: belongs to no record"),
        damage(
            "the frames' record lost",
            dump -> dump.delete(FRAMES + "1-3.dump.json"),
            FRAMES + "1-3: belongs to no record",
            FRAMES + "1.bin: belongs to no record",
            FRAMES + "2.bin: belongs to no record",
            FRAMES + "3.bin: belongs to no record",
            SUMS + ": lists 1 file that is not there: " + IN_STUDY + "frames/1-3.dump.json",
            INSTANCE + "frames: of 3 frames have no record: 1-3"),
        damage(
            "a frame's payload under another's name",
            dump ->
                dump.forgeRecord(
                    FRAMES + "1-3", record -> record.replace("\"1.bin\"", "\"3.bin\"")),
            FRAMES + "1-3.dump.json: names 3.bin as the payload of part 1"),
        damage(
            "an instance's payload changed",
            dump -> dump.flip(P10 + ".bin", 0),
            P10 + ".bin" + OTHER_SHA),
        damage(
            "an instance's payload lost",
            dump -> dump.delete(P10 + ".bin"),
            P10 + ".bin: is not there, but recorded"),
        damage(
            "a payload of an instance that did not come",
            dump -> dump.write(PREFIX + "series/2.999.1.1/instances/1/_/1.bin", "x"),
            PREFIX + "series/2.999.1.1/instances/1/_/1.bin: belongs to no record"),
        damage(
            "an instance's payload in another's place",
            dump ->
                dump.forgeRecord(
                    ALL,
                    record ->
                        record.replace(
                            IN_STUDY + "_/2.999.1.1.3.bin",
                            IN_STUDY.replace("1.1.3", "1.1.2") + "_/2.999.1.1.2.bin")),
            ALL
                + ".dump.json: names series/2.999.1.1/instances/2.999.1.1.2/_/2.999.1.1.2.bin as"
                + " the payload of part 3"),
        damage(
            "an instance in another series",
            dump ->
                dump.forgeRecord(
                    ALL,
                    record ->
                        record
                            .replace(
                                "series/2.999.1.1/instances/2.999.1.1.3/",
                                "series/9/instances/2.999.1.1.3/")
                            .replaceFirst(
                                "\"series\": \"2.999.1.1\",\\s*\"instance\": \"2.999.1.1.3\"",
                                "\"series\": \"9\", \"instance\": \"2.999.1.1.3\"")),
            ALL + ".dump.json: tells of other instances than the response has",
            PREFIX + "series/9/instances/2.999.1.1.3/_/2.999.1.1.3.bin: is not there, but recorded",
            PREFIX
                + "series/9/instances/2.999.1.1.3/_/2.999.1.1.3.bin: is not listed in SHA256SUMS",
            P10 + ".bin: belongs to no record"),
        damage(
            "the study's files cut",
            dump -> dump.forge(ALL, body -> body.substring(0, body.length() - 7)),
            ALL + ": is recorded as complete, but: the body ends inside a part"),
        damage(
            "a payload that two records name, changed",
            dump -> dump.flip(P10.replace("1.1.3", "1.1.2") + ".bin", 0),
            P10.replace("1.1.3", "1.1.2") + ".bin" + OTHER_SHA,
            P10.replace("1.1.3", "1.1.2") + ".bin" + OTHER_SHA),
        damage(
            "a line of the sums for it missing",
            dump -> dump.edit(SUMS, "(?s)^(.*)\n[0-9a-f]{64}  [^\n]*2.999.1.1.2.bin\n", "$1\n"),
            P10.replace("1.1.3", "1.1.2") + ".bin: is not listed in SHA256SUMS"),
        damage(
            "a line of the sums for it too many",
            dump ->
                dump.edit(SUMS, "(?s)^(.*)(\n[0-9a-f]{64}  [^\n]*2.999.1.1.2.bin)\n", "$1$2$2\n"),
            SUMS + ": lists twice: " + IN_STUDY.replace("1.1.3", "1.1.2") + "_/2.999.1.1.2.bin"));
  }

  private static Arguments damage(String name, VerifierTest.Damage damage, String... findings) {
    return argumentSet(name, damage, List.of(findings));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void eachDamageIsFoundAndNothingElseIs(
      VerifierTest.Damage damage, List<String> expected, @TempDir Path folder) throws IOException {
    TestDump dump = clean.copyTo(folder.resolve("dump"));
    damage.doTo(dump);

    assertThat(dump.findings())
        .usingElementComparator((found, begin) -> found.startsWith(begin) ? 0 : 1)
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
