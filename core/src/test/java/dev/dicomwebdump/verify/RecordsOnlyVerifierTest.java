package dev.dicomwebdump.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.dump.Selection;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in dumps whose bodies were not kept, and what is not. */
class RecordsOnlyVerifierTest {

  private static final String STUDY = "2.999.1/";
  private static final String FRAME = STUDY + "series/2.999.1.1/instances/2.999.1.1.3/frames/2";

  @TempDir private Path folder;
  private TestDump dump;

  @BeforeEach
  void make() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      dump =
          TestDump.of(
              server,
              "2.999.1",
              folder,
              request -> request.payloads(false).selection(Selection.PLAIN).keep(Keep.NONE));
    }
  }

  @Test
  void aSoundDumpHasNoFindingsAndTellsThatThereAreNoBodies() throws IOException {
    Verified verified = new Verifier(folder, finding -> {}).run();

    assertThat(dump.findings()).isEmpty();
    assertThat(verified.unkept()).isEqualTo(verified.records()).isPositive();
  }

  @Test
  void aChangedRecordIsFound() throws IOException {
    dump.edit(FRAME + ".dump.json", "\"status\": 200", "\"status\": 203");

    assertThat(dump.findings())
        .containsExactly(FRAME + ".dump.json: has another digest in SHA256SUMS");
  }

  @Test
  void aBodyThatLiesBesideARecordIsAStray() throws IOException {
    dump.write(FRAME, "pixels");
    dump.write(FRAME + ".bin", "pixels");

    assertThat(dump.findings())
        .containsExactly(FRAME + ".bin: belongs to no record", FRAME + ": belongs to no record");
  }

  /** A later run was to have them, and did not come to it. */
  @Test
  void whereBodiesWereToBeKeptTheyAreMissed() throws IOException {
    dump.edit(STUDY + "_dump/summary.json", "\"keep\": \"none\"", "\"keep\": \"body\"");

    long records = new Verifier(folder, finding -> {}).run().records();
    assertThat(dump.findings())
        .hasSize((int) records)
        .allMatch(finding -> finding.endsWith("its body is still to be had"));
  }
}
