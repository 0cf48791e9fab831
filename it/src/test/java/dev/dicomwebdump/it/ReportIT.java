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
class ReportIT {
  @TempDir Path folder;
  private Path dump;

  @BeforeEach
  void dump() throws Exception {
    dump = folder.resolve("dump");
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(SyntheticStudies.small())) {
      Program.Result result =
          Program.run("-w", server.rootUrl(), "-s", "2.999.1", "-o", dump.toString(), "-i", "-q");
      assertThat(result.exitCode()).isZero();
    }
  }

  @Test
  void aPersonGetsTables() throws Exception {
    Program.Result result = Program.run("report", dump.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.stderr()).isEmpty();
    assertThat(result.stdout().lines())
        .contains(dump + ": complete", "  1 studies, 3 series, 8 instances, 12 frames; 33 records")
        .anyMatch(line -> line.matches("  33 requests, .* in .* requests/s, .*"))
        .anyMatch(line -> line.matches("  instance-metadata +8 +[0-9. ]+"))
        .allMatch(line -> line.length() <= 100 || line.contains(".dump.json"));
  }

  @Test
  void aMachineGetsOneDocument() throws Exception {
    Program.Result result = Program.run("report", "--json", dump.toString());

    assertThat(result.exitCode()).isZero();
    assertThat(new Schemas().errorsOfReport(result.stdout())).isEmpty();
    assertThat(result.stdout()).contains("\"requests\": 33,", "\"rule\": \"all exchanges\"");
  }

  @Test
  void aSpreadsheetGetsLines() throws Exception {
    Program.Result result = Program.run("report", "--csv", dump.resolve("2.999.1").toString());

    assertThat(result.exitCode()).isZero();
    assertThat(result.stdout())
        .startsWith("kind,phase,count,mean_ms,p50_ms,p90_ms,p99_ms,p999_ms,max_ms\r\n")
        .containsPattern("\r\nframe,whole,12,([0-9]+\\.[0-9]{3},){5}[0-9]+\\.[0-9]{3}\r\n");
  }

  @Test
  void aDamagedRecordIsNamedAndCode3() throws Exception {
    Files.writeString(dump.resolve("2.999.1/metadata.dump.json"), "{");

    Program.Result result = Program.run("report", dump.toString());

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.stdout()).contains("  damaged: 1 records are in no figure", "; 32 records");
    assertThat(result.stderr())
        .startsWith("dicomweb-dump: 2.999.1/metadata.dump.json is no record: ")
        .endsWith("dicomweb-dump: 1 cannot be read: in no figure" + System.lineSeparator())
        .hasLineCount(2);
  }

  @Test
  void nothingIsWritten() throws Exception {
    Program.run("report", dump.toString());

    assertThat(Program.run("verify", dump.toString()).exitCode()).isZero();
  }

  @Test
  void whereThereIsNoDumpTheCodeIs1() throws Exception {
    for (Path none : new Path[] {folder, folder.resolve("absent")}) {
      Program.Result result = Program.run("report", none.toString());

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.stdout()).isEmpty();
      assertThat(result.stderr()).startsWith("dicomweb-dump: no dump: ").hasLineCount(1);
    }
  }

  @Test
  void wrongUsageIsCode2() throws Exception {
    assertThat(Program.run("report").exitCode()).isEqualTo(2);
    assertThat(Program.run("report", "--json", "--csv", dump.toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void helpTellsOfItAndItHasItsOwn() throws Exception {
    assertThat(Program.run("--help").stdout()).contains("--studyUid", "report");
    assertThat(Program.run("report", "--help").stdout())
        .startsWith("Usage: dicomweb-dump report ")
        .contains("FOLDER", "--json", "--csv", "3 some records could not be read");
  }
}
