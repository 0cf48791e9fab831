package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.Replies.status;
import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.instances;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens, records and summaries are valid against the published schemas. */
class SchemaIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @Tag("smoke")
  void ofACompleteDump() throws Exception {
    assertValid(Dump.of(server, study, output, "-i", "-m"), 0, Expected.of(study).size());
  }

  @Test
  void ofADumpWithoutPayloads() throws Exception {
    assertValid(Dump.of(server, study, output), 0, Expected.of(study).size() - 8);
  }

  @Test
  void ofADumpWithFailuresRetriesStepsAndRedirects() throws Exception {
    String first = study.instances().get(0).path();
    server.when(path(first)).reply(Replies.redirect(302, server.otherOriginRootUrl() + first));
    server.when(pathEndsWith("/frames/3")).reply(status(502, "text/html", "<p>é</p>"));
    server.when(pathEndsWith("/frames/2")).reply(Faults.endAfter(140));
    server.when(pathEndsWith("/frames/4")).reply(Faults.reset());
    server.when(instances()).reply(status(406)).times(1);
    server.when(frames()).reply(Replies.singlePart()).times(2);
    server.when(frames()).reply(Replies.withoutBoundary().then(Replies.gzip())).times(2);

    assertValid(
        Dump.of(server, study, output, "-i", "-m", "-r", "1"), 3, Expected.of(study).size());
  }

  @Test
  void ofAnUnknownStudy() throws Exception {
    assertValid(Dump.of(server.rootUrl(), "2.999.404", output), 1, 2);
  }

  @Test
  void ofAServerThatIsNotThere() throws Exception {
    server.close();

    assertValid(Dump.of(server, study, output, "-r", "1"), 1, 1);
  }

  @Test
  void ofRefusedCredentials() throws Exception {
    server.when(any()).reply(status(401).header("WWW-Authenticate", "Basic"));

    assertValid(Dump.of(server, study, output, "-z", "Basic abc"), 6, 1);
  }

  private static void assertValid(Dump dump, int exitCode, int records) {
    assertThat(dump.exitCode()).isEqualTo(exitCode);
    assertThat(dump.folder().records()).hasSize(records);
    assertThat(new Schemas().errors(dump.folder())).isEmpty();
  }
}
