package dev.dicomwebdump.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Schemas;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Dumps with another digest than SHA-256, and runs that go on with them. */
@Timeout(60)
class OtherDigestTest {

  private static final SyntheticStudy ONE_FRAME = SyntheticStudies.large(1, 1, 1);
  private static final String STUDY = ONE_FRAME.uid();
  private static final String FRAME =
      ONE_FRAME.instances().get(0).path().substring("/studies/".length()) + "/frames/1";
  private static final Rerun RECHECK = new Rerun(true, false, false);
  private static final Rerun REFRESH = new Rerun(false, true, false);
  private static final Rerun RESTART = new Rerun(false, false, true);

  @TempDir Path folder;
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(ONE_FRAME);
  private final List<String> warnings = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  private void run(DigestKind digest, Rerun rerun) {
    run(digest, rerun, Keep.BODY);
  }

  private void run(DigestKind digest, Rerun rerun, Keep keep) {
    server.clearRequests();
    DumpRequest request =
        new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), folder)
            .studies(List.of(new Uid(STUDY)))
            .selection(Selection.PLAIN.by(Discovery.WADO))
            .payloads(true)
            .keep(keep)
            .digest(digest)
            .retries(0)
            .rerun(rerun)
            .build();
    assertThat(new DicomwebDump(request, event -> {}, warnings::add).run().verdict())
        .isEqualTo(DumpVerdict.COMPLETE);
  }

  private List<String> asked() {
    return server.requests().stream().map(ReceivedRequest::path).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "CRC32C, BODY, crc32c:[0-9a-f]{8}",
    "CRC32C, PARTS, crc32c:[0-9a-f]{8}",
    "NONE, BODY, none",
    "NONE, PARTS, none"
  })
  void recordsAndSummaryTellTheDigestAndThereAreNoSums(DigestKind kind, Keep keep, String told) {
    run(kind, Rerun.RESUME, keep);

    Dumped dumped = new Dumped(folder);
    assertThat(folder.resolve(STUDY + "/_dump")).isDirectoryNotContaining("glob:**SHA256SUMS*");
    for (String file : dumped.files(STUDY)) {
      if (file.endsWith(".dump.json")) {
        String record = STUDY + "/" + file;
        assertThat(Schemas.RECORD.errors(dumped.bytes(record))).as(file).isEmpty();
        assertThat(dumped.json(record).at("/_dicomweb/body/sha256").isNull()).isTrue();
        assertThat(dumped.json(record).at("/_dicomweb/body/digest").textValue()).matches(told);
      }
    }
    assertThat(
            dumped.json(FRAME + ".dump.json").at("/_dicomweb/multipart/parts/0/digest").textValue())
        .matches(told);
    assertThat(Schemas.SUMMARY.errors(dumped.bytes(STUDY + "/_dump/summary.json"))).isEmpty();
    assertThat(dumped.json(STUDY + "/_dump/summary.json").at("/run/options/digest").textValue())
        .isEqualTo(kind.published());
  }

  /** What changes a body, and whether it is younger than its record then. */
  @ParameterizedTest
  @CsvSource({
    "CRC32C, false, RESUME, false",
    "CRC32C, true, RESUME, true",
    "CRC32C, false, RECHECK, true",
    "NONE, true, RESUME, false",
    "NONE, false, RECHECK, false",
  })
  void aChangedByteIsFoundByWhatDigestThereIs(
      DigestKind kind, boolean younger, String rerun, boolean askedAgain) throws IOException {
    run(kind, Rerun.RESUME);
    change(folder.resolve(FRAME), younger);

    run(kind, rerun.equals("RECHECK") ? RECHECK : Rerun.RESUME);

    assertThat(asked()).isEqualTo(askedAgain ? List.of("/studies/" + FRAME) : List.of());
  }

  @ParameterizedTest
  @EnumSource(DigestKind.class)
  void anotherLengthIsFoundByAny(DigestKind kind) throws IOException {
    run(kind, Rerun.RESUME);
    Files.write(folder.resolve(FRAME), new byte[1]);

    run(kind, Rerun.RESUME);

    assertThat(asked()).containsExactly("/studies/" + FRAME);
  }

  @ParameterizedTest
  @CsvSource({"SHA256, 0", "CRC32C, 0", "NONE, 1"})
  void thatOnlyLengthsCanBeCheckedIsTold(DigestKind kind, int lines) {
    run(kind, Rerun.RESUME);
    assertThat(warnings).isEmpty();

    run(kind, RECHECK);

    assertThat(warnings).hasSize(lines);
  }

  /** The new response is as long as the former: only its bytes can tell. */
  @ParameterizedTest
  @EnumSource(DigestKind.class)
  void aRefreshKeepsAFormerResponseOnlyWhereItDiffers(DigestKind kind) throws IOException {
    AtomicReference<String> end = new AtomicReference<>("\n ");
    server
        .when(RequestMatch.path("/studies/" + STUDY + "/metadata"))
        .reply(Replies.normal().body(json -> (new String(json, UTF_8) + end).getBytes(UTF_8)));
    run(kind, Rerun.RESUME);
    run(kind, REFRESH);
    assertThat(folder.resolve(STUDY + "/metadata.1")).doesNotExist();
    byte[] former = Files.readAllBytes(folder.resolve(STUDY + "/metadata"));

    end.set(" \n");
    run(kind, REFRESH);

    assertThat(folder.resolve(STUDY + "/metadata.1")).hasBinaryContent(former);
    assertThat(folder.resolve(STUDY + "/metadata.2")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"SHA256, CRC32C", "CRC32C, SHA256", "NONE, SHA256", "CRC32C, NONE"})
  void aRunWithAnotherDigestIsRefusedUnlessItBeginsAnew(DigestKind then, DigestKind now) {
    run(then, Rerun.RESUME);
    List<String> before = new Dumped(folder).files("");

    assertThatThrownBy(() -> run(now, Rerun.RESUME))
        .isInstanceOf(OtherDumpException.class)
        .hasMessageContaining("--digest " + then.published() + ", and not with")
        .hasMessageContaining("--digest " + now.published() + ":");
    assertThat(new Dumped(folder).files("")).isEqualTo(before);

    run(now, RESTART);
    assertThat(folder.resolve(STUDY + "/_dump/SHA256SUMS").toFile().exists())
        .isEqualTo(now == DigestKind.SHA256);
  }

  @Test
  void aRunThatWasKilledIsRefusedToAnotherDigestByItsRecords() throws IOException {
    run(DigestKind.CRC32C, Rerun.RESUME);
    Files.delete(folder.resolve(STUDY + "/_dump/summary.json"));

    assertThatThrownBy(() -> run(DigestKind.SHA256, Rerun.RESUME))
        .isInstanceOf(OtherDumpException.class);
  }

  @Test
  void afterARunThatWasKilledAllIsHeldToItsDigest() throws IOException {
    run(DigestKind.CRC32C, Rerun.RESUME);
    change(folder.resolve(FRAME), false);
    Files.createFile(folder.resolve(STUDY + "/_dump/SHA256SUMS.tmp"));

    run(DigestKind.CRC32C, Rerun.RESUME);

    assertThat(asked()).containsExactly("/studies/" + FRAME);
    assertThat(folder.resolve(STUDY + "/_dump")).isDirectoryNotContaining("glob:**SHA256SUMS*");
  }

  private static void change(Path file, boolean younger) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    long seconds = younger ? 60 : -60;
    Files.setLastModifiedTime(
        file, FileTime.fromMillis(System.currentTimeMillis() + 1000 * seconds));
  }
}
