package dev.dicomwebdump.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damages to a dump that has payloads in place of bodies, one of them all of its body, and metadata
 * once more to be read.
 */
class PartsVerifierTest {

  private static final String INSTANCE = "2.999.1/series/2.999.1.1/instances/2.999.1.1.3/";
  private static final String FRAME = INSTANCE + "frames/2";
  private static final String P10 = INSTANCE + "_/2.999.1.1.3";
  private static final String SINGLE = P10.replace("1.1.3", "1.1.2");
  private static final String PRETTY = INSTANCE + "metadata.pretty.json";
  private static final String OTHER_SHA = ".bin: has not the SHA-256 that is recorded";
  private static final String OTHER_BODY =
      ".dump.json: tells of another body than its payloads and wrapper make";

  @TempDir static Path made;

  static TestDump clean;

  @BeforeAll
  static void dump() throws InterruptedException {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      server.when(RequestMatch.pathEndsWith("2.999.1.1.2")).reply(Replies.singlePart());
      clean =
          TestDump.of(
              server,
              "2.999.1",
              made.resolve("clean"),
              request -> request.keep(Keep.PARTS).pretty(true));
    }
  }

  @Test
  void aSoundDumpHasNoFindings() throws IOException {
    assertThat(clean.findings()).isEmpty();
    assertThat(clean.file(FRAME)).doesNotExist();
    assertThat(clean.file(SINGLE)).doesNotExist();
    assertThat(clean.file(SINGLE + ".bin")).exists();
    assertThat(clean.file(PRETTY)).exists();
    assertThat(Files.readString(clean.file("2.999.1/_dump/SHA256SUMS"))).doesNotContain("pretty");
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("a payload changed", dump -> dump.flip(FRAME + ".bin", 0), FRAME + OTHER_SHA),
        damage(
            "a payload lost",
            dump -> dump.delete(FRAME + ".bin"),
            FRAME + ".bin: is not there, but recorded"),
        damage("a file changed", dump -> dump.flip(SINGLE + ".bin", 0), SINGLE + OTHER_SHA),
        damage(
            "a file lost",
            dump -> dump.delete(SINGLE + ".bin"),
            SINGLE + ".bin: is not there, but recorded"),
        damage(
            "another wrapper",
            dump -> dump.forgeRecord(P10, PartsVerifierTest::withOtherWrapper),
            P10 + OTHER_BODY),
        damage(
            "another digest of the body",
            dump ->
                dump.forgeRecord(
                    P10,
                    record -> record.replaceFirst("(\"sha256\": \")........", "$1" + "00000000")),
            P10 + OTHER_BODY),
        damage(
            "another length of the body",
            dump -> dump.forgeRecord(P10, record -> record.replaceFirst("\"bytes\": ", "$0" + "1")),
            P10 + OTHER_BODY),
        damage(
            "a wrapper that is none",
            dump ->
                dump.forgeRecord(P10, record -> record.replaceFirst("\"wrapper\": \\[ \"", "$0!")),
            P10 + ".dump.json: is no record: _dicomweb.multipart.wrapper is not Base64"),
        damage(
            "a wrapper for fewer parts",
            dump ->
                dump.forgeRecord(
                    P10, record -> record.replaceFirst("(\"wrapper\": \\[) \"[^\"]*\",", "$1")),
            P10 + ".dump.json: is no record: a value is not good: the wrapper does not fit"),
        damage(
            "neither wrapper nor file",
            dump ->
                dump.forgeRecord(
                    P10, record -> record.replaceFirst(",\\s*\"wrapper\": \\[[^]]*]", "")),
            P10 + ".dump.json: is no record: a value is not good: a body has either"),
        damage(
            "another file as the body",
            dump ->
                dump.forgeRecord(
                    SINGLE,
                    record -> record.replaceFirst("\"2.999.1.1.2.bin\"", "\"2.999.1.1.2.2.bin\"")),
            SINGLE + ".dump.json: names 2.999.1.1.2.2.bin as the body of what is complete"),
        damage(
            "the body beside its payload",
            dump -> dump.write(FRAME, "x"),
            FRAME + ": belongs to no record"),
        damage("what is to be read changed", dump -> dump.write(PRETTY, "x")),
        damage("what is to be read lost", dump -> dump.delete(PRETTY)),
        damage(
            "a frame to be read",
            dump -> dump.write(FRAME + ".pretty.json", "{}"),
            FRAME + ".pretty.json: belongs to no record"));
  }

  private static String withOtherWrapper(String record) {
    return record.replaceFirst("(\"wrapper\": \\[ \")....", "$1AAAA");
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
