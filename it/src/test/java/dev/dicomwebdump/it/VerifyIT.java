package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("smoke")
class VerifyIT {
  @TempDir Path folder;
  private Path dump;

  @BeforeEach
  void dump() throws Exception {
    dump = folder.resolve("dump");
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      Program.Result result =
          Program.run(
              "-w", server.rootUrl(), "-s", "2.999.1", "-o", dump.toString(), "-i", "-m", "-q");
      assertThat(result.exitCode()).isZero();
    }
  }

  @Test
  void aSoundDumpIsSound() throws Exception {
    Program.Result result = Program.run("verify", dump.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.stdout())
        .matches("1 study, 33 records, [0-9]+ bytes verified: sound" + System.lineSeparator());
    assertThat(result.stderr()).isEmpty();
  }

  @Test
  void whatIsWrongIsALineEachAndCode4() throws Exception {
    Files.delete(dump.resolve("2.999.1/series/2.999.1.1/metadata"));
    Files.writeString(dump.resolve("2.999.1/notes"), "mine");

    Program.Result result = Program.run("verify", dump.toString());

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.stdout().lines())
        .hasSize(3)
        .contains(
            "2.999.1/series/2.999.1.1/metadata: is not there, but recorded",
            "2.999.1/notes: belongs to no record")
        .last()
        .asString()
        .endsWith(" bytes verified: 2 findings");
  }

  @Test
  void aMachineGetsOneDocument() throws Exception {
    Files.writeString(dump.resolve("2.999.1/notes"), "mine");

    Program.Result result = Program.run("verify", "--json", dump.toString());

    assertThat(result.exitCode()).isEqualTo(4);
    assertThat(result.stdout().replaceAll("\\s+", ""))
        .startsWith(
            "{\"version\":1,\"findings\":[{\"file\":\"2.999.1/notes\",\"kind\":\"stray\","
                + "\"message\":\"belongstonorecord\"}],"
                + "\"counts\":{\"studies\":1,\"records\":33,\"bytes\":")
        .endsWith(",\"findings\":1},\"digest\":\"sha256\",\"remains\":null}");
  }

  @Test
  void whereThereIsNoDumpTheCodeIs1() throws Exception {
    for (Path none : new Path[] {folder, folder.resolve("absent")}) {
      Program.Result result = Program.run("verify", none.toString());

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.stdout()).isEmpty();
      assertThat(result.stderr()).startsWith("dicomweb-dump: no dump: ").hasLineCount(1);
    }
  }

  @Test
  void wrongUsageIsCode2() throws Exception {
    assertThat(Program.run("verify").exitCode()).isEqualTo(2);
    assertThat(Program.run("verify", "--no-such-option", "x").exitCode()).isEqualTo(2);
  }

  @Test
  void helpTellsOfItAndItHasItsOwn() throws Exception {
    assertThat(Program.run("--help").stdout()).contains("--studyUid", "verify");
    assertThat(Program.run("verify", "--help").stdout())
        .startsWith("Usage: dicomweb-dump verify ")
        .contains("FOLDER", "--json", "4 something was found");
  }
}
