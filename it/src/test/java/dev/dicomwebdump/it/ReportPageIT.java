package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report page, in a browser. */
class ReportPageIT {
  private static final SyntheticStudy STUDY = SyntheticStudies.small();

  @TempDir private Path temp;

  @Test
  void followsADump() throws Exception {
    Path page = temp.resolve("report.html");
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY)) {
      Dump dump =
          Dump.of(server, STUDY, temp.resolve("dump"), "--report", page.toString(), "--no-images");
      assertThat(dump.exitCode()).as(dump.result().stderr()).isZero();
    }

    assertThat(Files.readString(page))
        .contains("✓ Complete", "href=\"./dump/" + STUDY.uid())
        .doesNotContain("images of patients", "data:image");
  }

  @Test
  void needsNothingAndServesEverybody() throws Exception {
    BrowserClients clients = BrowserClients.install();
    Path dump = temp.resolve("dump");
    Path page = temp.resolve("report.html");
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY)) {
      assertThat(Dump.of(server, STUDY, dump).exitCode()).isZero();
    }
    Program.Result report = Program.run("report", dump.toString(), "-o", page.toString());
    assertThat(report.exitCode()).as(report.stderr()).isZero();

    Path screenshots = BrowserClients.TARGET.resolve("report");
    for (JsonNode look :
        clients.run("look-at-report.js", page.toString(), screenshots.toString())) {
      String window = look.get("colorScheme").textValue() + " " + look.get("width");
      assertThat(look.get("asked")).as(window).isEmpty();
      assertThat(look.get("complaints")).as(window).isEmpty();
      assertThat(look.get("violations")).as(window).isEmpty();
      assertThat(look.get("wider").intValue()).as(window).isZero();
      assertThat(look.get("charts").intValue()).as(window).isEqualTo(4);
      assertThat(look.get("pictures").intValue()).as(window).isEqualTo(5);
      assertThat(look.get("request").textValue()).as(window).contains("status 200", "took");
      assertThat(Path.of(URI.create(look.get("record").textValue()))).as(window).exists();
      assertThat(look.get("paper").textValue())
          .as(window)
          .isEqualTo(window.startsWith("dark") ? "rgb(20, 23, 26)" : "rgb(252, 252, 251)");
    }
    assertThat(Files.readString(page)).contains("images of patients");
  }
}
