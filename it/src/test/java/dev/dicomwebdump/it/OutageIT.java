package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is gone in the midst of a run. Of 24 resources it gives 12. */
class OutageIT {

  private static final SyntheticStudy STUDY = SyntheticStudies.small();

  private final FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY);
  @TempDir Path folder;

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void oneThatStaysAwayEndsTheRunAndTheRestIsPending() throws Exception {
    server.when(any()).after(12).reply(Faults.reset());

    Program.Result result = dump("-c", "2", "-r", "1", "--outage", "2s");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.stdout())
        .contains("pending: 12 resources were not asked for", "NOT COMPLETE")
        .doesNotContain("failed:");
    assertThat(result.stderr())
        .contains("pause of", "the server is gone since")
        .contains("gave-up: the server has been gone since", "run again when it is back");
    assertThat(Files.readString(folder.resolve("_dump/summary.json")))
        .contains("\"end\": \"gave-up\"");
  }

  @Test
  void oneThatComesBackCostsNothing() throws Exception {
    server.when(any()).after(12).times(8).reply(Faults.reset());

    Program.Result result = dump("-c", "2", "-r", "1");

    assertThat(result.exitCode()).isZero();
    assertThat(result.stderr()).contains("the server is gone since");
  }

  @Test
  void withoutAnyWaitResourcesFailByThemselves() throws Exception {
    // The first of them comes on a connection that was used before, and costs nothing.
    server.when(any()).after(12).times(2).reply(Faults.reset());

    Program.Result result = dump("-r", "0", "--outage", "0");

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.stdout()).contains("failed:").doesNotContain("pending");
  }

  @Test
  void oneThatWasNeverThereIsNotWaitedFor() throws Exception {
    server.when(any()).reply(Faults.reset());

    Program.Result result = dump("-r", "1");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.stderr()).doesNotContain("gone");
  }

  private Program.Result dump(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-w", server.rootUrl(), "-s", STUDY.uid()));
    arguments.addAll(List.of("-o", folder.toString()));
    arguments.addAll(List.of(options));
    return Program.run(arguments.toArray(String[]::new));
  }
}
