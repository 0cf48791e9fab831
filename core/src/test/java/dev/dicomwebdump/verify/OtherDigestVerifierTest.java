package dev.dicomwebdump.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.dicomwebdump.archive.DigestKind;
import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.RecordReader;
import dev.dicomwebdump.archive.StoredPart;
import dev.dicomwebdump.dump.BulkDataOptions;
import dev.dicomwebdump.dump.Content;
import dev.dicomwebdump.dump.Discovery;
import dev.dicomwebdump.dump.MetadataFormat;
import dev.dicomwebdump.dump.Selection;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.verify.VerifierTest.Damage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in dumps without SHA-256, and what is not. */
class OtherDigestVerifierTest {

  private static final String STUDY = "2.999.1/";
  private static final String SUMS = STUDY + "_dump/SHA256SUMS";
  private static final String SUMMARY = STUDY + "_dump/summary.json";
  private static final String FRAME = STUDY + "series/2.999.1.1/instances/2.999.1.1.3/frames/2";
  private static final String OTHER_CRC = " has not the CRC-32C that is recorded";

  private static final Map<DigestKind, TestDump> CLEAN = new EnumMap<>(DigestKind.class);

  @TempDir static Path made;

  @BeforeAll
  static void dump() throws InterruptedException {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      for (DigestKind kind : DigestKind.values()) {
        Path folder = made.resolve(kind.published());
        CLEAN.put(kind, TestDump.of(server, "2.999.1", folder, request -> request.digest(kind)));
      }
    }
  }

  private static TestDump clean(DigestKind kind) {
    return Objects.requireNonNull(CLEAN.get(kind));
  }

  private static DigestKind weakest(Path folder) throws IOException {
    return new Verifier(folder, finding -> {}).run().weakest();
  }

  @ParameterizedTest
  @EnumSource(DigestKind.class)
  void aSoundDumpHasNoFindingsAndTellsItsDigest(DigestKind kind) throws IOException {
    TestDump dump = clean(kind);

    assertThat(dump.findings()).isEmpty();
    assertThat(weakest(dump.folder())).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource(DigestKind.class)
  void bodiesInPiecesAreSound(DigestKind kind, @TempDir Path folder) throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      TestDump dump =
          TestDump.of(server, "2.999.1", folder, request -> request.digest(kind).keep(Keep.PARTS));

      assertThat(dump.findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(DigestKind.class)
  void aDumpOfSearchesAloneIsADump(DigestKind kind, @TempDir Path folder) throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      Selection searches =
          new Selection(
              Set.of(Content.QIDO),
              Set.of(),
              Set.of(),
              Set.of(),
              MetadataFormat.JSON,
              BulkDataOptions.DEFAULTS,
              Discovery.AUTO,
              1);
      TestDump.of(server, "2.999.1", folder, request -> request.digest(kind).selection(searches));

      assertThat(new Verifier(folder, finding -> {}).run())
          .returns(1L, Verified::studies)
          .returns(0L, Verified::findings);
    }
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage(
            "a bit of a frame",
            DigestKind.CRC32C,
            dump -> dump.flip(FRAME, 90),
            FRAME + ":" + OTHER_CRC),
        damage(
            "a bit of a payload",
            DigestKind.CRC32C,
            dump -> dump.flip(FRAME + ".bin", 0),
            FRAME + ".bin:" + OTHER_CRC),
        damage(
            "a bit of metadata",
            DigestKind.CRC32C,
            dump -> dump.flip(STUDY + "metadata", 50),
            STUDY + "metadata:" + OTHER_CRC),
        damage("a bit of a frame's pixels", DigestKind.NONE, OtherDigestVerifierTest::flipBoth),
        damage(
            "a bit of a payload",
            DigestKind.NONE,
            dump -> dump.flip(FRAME + ".bin", 0),
            FRAME + ".bin: is not what the body has in its place"),
        damage(
            "a frame is cut",
            DigestKind.NONE,
            dump -> dump.cut(FRAME, 1),
            FRAME + ": has LENGTH bytes, recorded are LENGTH"),
        damage(
            "a payload is gone",
            DigestKind.NONE,
            dump -> dump.delete(FRAME + ".bin"),
            FRAME + ".bin: is not there, but recorded"),
        damage(
            "the end of JSON",
            DigestKind.NONE,
            dump -> dump.flip(STUDY + "metadata", 0),
            STUDY + "metadata: is recorded as complete, but: WHY"),
        damage(
            "sums of another run",
            DigestKind.NONE,
            dump -> dump.write(SUMS, ""),
            SUMS + ": is there, but the files have no SHA-256 recorded"),
        damage(
            "no summary",
            DigestKind.NONE,
            dump -> Files.delete(dump.file(SUMMARY)),
            SUMMARY + ": is not there: what was asked for is not known"),
        damage(
            "another digest",
            DigestKind.CRC32C,
            dump -> dump.edit(FRAME + ".dump.json", "\"crc32c:[0-9a-f]+\"", "\"none\""),
            FRAME + ".dump.json: has no digest, the dump CRC-32C"));
  }

  private static Arguments damage(String what, DigestKind kind, Damage damage, String... findings) {
    return argumentSet(kind + ": " + what, kind, damage, List.of(findings));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void whatTheDigestCanTellIsFound(
      DigestKind kind, Damage damage, List<String> findings, @TempDir Path folder)
      throws IOException {
    TestDump dump = clean(kind).copyTo(folder.resolve("copy"));
    damage.doTo(dump);

    assertThat(dump.findings().stream().map(OtherDigestVerifierTest::plain))
        .containsExactlyElementsOf(findings);
  }

  @Test
  void theWeakestDigestOfSeveralStudiesIsTold(@TempDir Path folder) throws Exception {
    try (FakeDicomWebServer server =
        FakeDicomWebServer.serving(SyntheticStudies.small(), SyntheticStudies.large(1, 1, 1))) {
      TestDump.of(server, "2.999.1", folder);
      TestDump.of(
          server,
          SyntheticStudies.large(1, 1, 1).uid(),
          folder,
          request -> request.digest(DigestKind.CRC32C));
    }

    assertThat(TestDump.findingsIn(folder)).isEmpty();
    assertThat(weakest(folder)).isEqualTo(DigestKind.CRC32C);
  }

  /** The same bit of the body and of its payload. */
  private static void flipBoth(TestDump dump) throws IOException {
    DumpRecord record = RecordReader.read(Files.readAllBytes(dump.file(FRAME + ".dump.json")));
    StoredPart part = Objects.requireNonNull(record.multipart()).parts().get(0);
    dump.flip(
        FRAME,
        (int) (Objects.requireNonNull(record.body()).bytes() - part.offset() - part.length()));
    dump.flip(FRAME + ".bin", 0);
  }

  private static String plain(String finding) {
    return finding
        .replaceAll("[0-9]+ bytes, recorded are [0-9]+", "LENGTH bytes, recorded are LENGTH")
        .replaceAll("complete, but: .*", "complete, but: WHY");
  }
}
