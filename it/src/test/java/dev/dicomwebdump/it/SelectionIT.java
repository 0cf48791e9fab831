package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistyped UID is no complete dump of nothing. */
class SelectionIT {

  private final SyntheticStudy small = SyntheticStudies.small();
  private final SyntheticStudy large = SyntheticStudies.large(1, 2, 1);
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(small, large);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  private Dump dump(String... options) throws Exception {
    return Dump.of(server, small, output, options);
  }

  @Test
  void whatMatchesNothingIsTold() throws Exception {
    Dump dump = dump("--series", "2.999.1.1,2.999.7", "--modality", "xx", "-q");

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.result().stderr())
        .contains(
            "nothing in the studies matches --series 2.999.1.1, --series 2.999.7, --modality XX");
    assertThat(dump.folder().summary().at("/run/unmatched/1/value").textValue())
        .isEqualTo("2.999.7");
    assertThat(new Schemas().errors(dump.folder())).isEmpty();
  }

  @Test
  void aSeriesOfOneStudyOfSeveralIsEnough() throws Exception {
    Dump dump = dump("-s", large.uid(), "--series", "2.999.2.1");

    assertThat(dump.exitCode()).as(dump.result().stderr()).isZero();
    assertThat(dump.result().stderr()).doesNotContain("matches");
  }
}
