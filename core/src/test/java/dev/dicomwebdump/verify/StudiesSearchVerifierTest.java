package dev.dicomwebdump.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.crawl.StudyQuery;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The searches for studies are proven too, though they belong to no study. */
class StudiesSearchVerifierTest {

  private static final String PAGE = "_dump/qido/studies.1";

  @TempDir private Path folder;
  private TestDump dump;

  /** Does something to a dump. */
  @FunctionalInterface
  interface Damage {
    void to(TestDump dump) throws IOException;
  }

  @BeforeEach
  void dump() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      dump =
          TestDump.of(
              server, "2.999.1", folder, request -> request.queries(List.of(StudyQuery.ALL)));
    }
  }

  @Test
  void theyAreCountedAndSound() throws Exception {
    assertThat(dump.findings()).isEmpty();
    assertThat(dump.file(PAGE)).isNotEmptyFile();
    long all = new Verifier(folder, finding -> {}).run().records();
    dump.delete("_dump/qido");
    assertThat(new Verifier(folder, finding -> {}).run().records()).isLessThan(all);
  }

  @Test
  void thatStudiesMayBeMissingIsAFinding(@TempDir Path other) throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      server.when(RequestMatch.path("/studies")).reply(Replies.status(404));
      TestDump named =
          TestDump.of(
              server, "2.999.1", other, request -> request.queries(List.of(StudyQuery.ALL)));

      assertThat(named.findings())
          .anyMatch(line -> line.startsWith("_dump/summary.json: tells: studies may be missing: "));
    }
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage(dump -> dump.flip(PAGE, 3), PAGE + ": has not the SHA-256 that is recorded"),
        damage(dump -> dump.delete(PAGE), PAGE + ": is not there, but recorded"),
        damage(dump -> dump.cut(PAGE + ".dump.json", 9), PAGE + ".dump.json: is no record: .*"),
        damage(
            dump -> dump.write("_dump/qido/stranger", "x"),
            "_dump/qido/stranger: belongs to no record"),
        damage(
            dump -> dump.write("_dump/qido/studies.2.dump.json.tmp", "x"),
            "_dump/qido/studies.2.dump.json.tmp: was left by a run that did not end in order"));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void whatIsWrongWithThemIsFound(Damage damage, String finding) throws Exception {
    damage.to(dump);

    assertThat(dump.findings()).singleElement().asString().matches(finding);
  }

  private static Arguments damage(Damage damage, String finding) {
    return Arguments.of(damage, finding);
  }
}
