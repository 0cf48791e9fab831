package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Searching;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches in place of metadata, and for themselves. */
class SearchIT {

  private static final SyntheticStudy STUDY = SyntheticStudies.large(2, 7, 2);

  private final FakeDicomWebServer server =
      FakeDicomWebServer.builder()
          .study(STUDY)
          .searching(Searching.standard().pageLimit(3).withoutWarning())
          .start();

  @TempDir private Path temp;

  @AfterEach
  void closeServer() {
    server.close();
  }

  private Dump dump(String... options) throws Exception {
    return Dump.of(server, STUDY, temp.resolve("dump"), options);
  }

  private static void assertWhole(Dump dump) {
    assertThat(dump.exitCode()).as(dump.result().stderr()).isZero();
    assertThat(dump.folder().summary().at("/dump/instances").intValue()).isEqualTo(14);
    assertThat(dump.folder().summary().at("/dump/resources/frame/complete").intValue())
        .isEqualTo(28);
    assertThat(new Schemas().errors(dump.folder())).isEmpty();
  }

  @Test
  void aServerWithoutStudyMetadataIsDumpedWhole() throws Exception {
    server.when(pathMatches("/studies/[^/]+/metadata$")).reply(Replies.status(404));

    assertWhole(dump());
  }

  @Test
  void searchesAloneNameAllThatThereIs() throws Exception {
    assertWhole(dump("--discover", "qido", "--exclude", "metadata,series-metadata"));
    assertThat(server.requests(pathMatches("/(studies|series)/[^/]+/metadata$"))).isEmpty();
  }

  @Test
  void eachPageOfASearchHasItsOwnRecord() throws Exception {
    Dump dump = dump("--only", "qido");

    assertThat(dump.exitCode()).isZero();
    assertThat(dump.folder().records().keySet())
        .contains(
            STUDY.uid() + "/qido/series.1",
            STUDY.uid() + "/qido/instances.5",
            STUDY.uid() + "/series/2.999.2.2/qido/instances.3");
    assertThat(new Schemas().errors(dump.folder())).isEmpty();
  }

  @Test
  void studiesAreFoundByAQueryOrAllOfThem() throws Exception {
    assertThat(found("--all").exitCode()).isZero();
    assertThat(temp.resolve("found/" + STUDY.uid() + "/metadata")).isNotEmptyFile();
    assertThat(temp.resolve("found/_dump/qido/studies.1.dump.json")).isNotEmptyFile();
    assertThat(found("--query", "PatientID=nobody").exitCode()).isEqualTo(1);
    assertThat(found("--query", "limit=3").exitCode()).isEqualTo(2);
  }

  private Program.Result found(String... options) throws Exception {
    String folder = temp.resolve("found").toString();
    return Program.with("-w", server.rootUrl(), "-o", folder, "--only", "metadata")
        .and(options)
        .run();
  }

  @Test
  void aColumnOfATableNamesTheStudies() throws Exception {
    Path table = Files.writeString(temp.resolve("t.csv"), "a,uid\n\"x, y\"," + STUDY.uid() + "\n");
    Program.Result result =
        Program.run(
            "-w", server.rootUrl(),
            "-o", temp.resolve("dump").toString(),
            "--studies-from", table.toString(),
            "--studies-column", "uid");

    assertThat(result.exitCode()).as(result.stderr()).isZero();
  }
}
