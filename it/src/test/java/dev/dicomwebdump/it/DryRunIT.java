package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Searching;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run would do, told before it. */
class DryRunIT {

  private static final SyntheticStudy STUDY = SyntheticStudies.large(2, 7, 2);

  private final FakeDicomWebServer server =
      FakeDicomWebServer.builder()
          .study(STUDY)
          .study(SyntheticStudies.small())
          .searching(Searching.standard().pageLimit(3).withoutWarning())
          .start();

  @TempDir private Path temp;

  @AfterEach
  void closeServer() {
    assertThat(temp).isEmptyDirectory();
    server.close();
  }

  private Program.Result dry(String... options) throws Exception {
    return Program.with("-w", server.rootUrl(), "-o", temp.resolve("no/dump").toString())
        .and("--dry-run")
        .and(options)
        .run();
  }

  @Test
  void aPersonIsToldHowMuchThereIs() throws Exception {
    Program.Result result = dry("--all", "-z", "Bearer hush");

    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(result.stdout())
        .contains("study " + STUDY.uid() + ": 2 series, 14 instances, 28 frames")
        .contains("2 studies, 5 series, 22 instances, 40 frames")
        .contains("authorization: REDACTED")
        .doesNotContain("hush");
    assertThat(server.requests(pathMatches("/(metadata|frames/.*)$"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"auto", "qido", "wado"})
  void aMachineIsToldTheSameHoweverItIsFound(String discovery) throws Exception {
    Program.Result result = dry("-s", STUDY.uid(), "--discover", discovery, "--json");
    JsonNode plan = new ObjectMapper().readTree(result.stdout());

    assertThat(result.exitCode()).as(result.stderr()).isZero();
    assertThat(plan.at("/verdict").textValue()).isEqualTo("complete");
    assertThat(
            List.of(
                plan.at("/studies/0/series").longValue(),
                plan.at("/studies/0/instances").longValue(),
                plan.at("/frames").longValue(),
                plan.at("/requests/frame").longValue()))
        .containsExactly(2L, 14L, 28L, 28L);
  }

  @ParameterizedTest
  @CsvSource({
    "-s, 2.999.404, 1",
    "-s, '2.999.404 -s 2.999.1', 3",
    "--query, PatientID=nobody, 1",
    "-s, no/uid, 2",
    "-s, '2.999.1 --only-failed list', 2",
  })
  void theExitCodeIsThatOfARun(String option, String values, int expected) throws Exception {
    String[] words = (option + " " + values).split(" ");

    assertThat(dry(words).exitCode()).isEqualTo(expected);
  }

  @Test
  void refusedCredentialsAreExitCodeSix() throws Exception {
    server.when(any()).reply(Replies.status(401));

    assertThat(dry("-s", STUDY.uid()).exitCode()).isEqualTo(6);
  }

  @Test
  void quietTellsNothingButErrors() throws Exception {
    Program.Result result = dry("-s", STUDY.uid(), "-q");

    assertThat(result.stdout() + result.stderr()).isEmpty();
  }
}
