package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault fixture in one dump of one study: each befalls one resource of one instance. */
class FaultFixturesIT {
  private final List<FaultCase> cases = FaultCases.all();
  private final SyntheticStudy study = FaultCases.study();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void eachHasItsOutcomeAndHarmsNothingElse() throws Exception {
    for (int i = 0; i < cases.size(); i++) {
      server.when(path(resource(i).path())).reply(cases.get(i).reply());
    }
    String[] options = {"-im", "-c", "8", "-r", "1", "--idle-timeout", "1s"};

    Program.Result result =
        Dump.invocation(server.rootUrl(), study.uid(), output)
            .and(options)
            .and("--first-byte-timeout", "1s")
            .run();

    DumpFolder folder = new DumpFolder(output);
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(3);
    assertThat(result.stderr()).doesNotContain("Exception", "defect");
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < cases.size(); i++) {
      assertOutcome(softly, cases.get(i), resource(i), folder);
    }
    softly.assertAll();
    assertNothingElseIsFound(folder);
    assertThat(new Schemas().errors(folder)).isEmpty();
    System.out.println(cases.size() + " fault cases");
  }

  private Expected resource(int index) {
    return cases.get(index).resource(study.instances().get(index));
  }

  private static void assertOutcome(
      SoftAssertions softly, FaultCase fault, Expected resource, DumpFolder folder) {
    JsonNode record = folder.record(resource.file());
    softly.assertThat(outcome(record)).as(fault.toString()).matches(fault.outcome());
    if (fault.isComplete()) {
      softly.assertThat(notes(record)).as(fault.toString()).contains(fault.told());
    } else {
      String kind = record.at("/_dicomweb/problem/kind").asText();
      softly.assertThat(kind).as(fault.toString()).matches(fault.told());
    }
    softly
        .assertThat(folder.has(resource.file()))
        .as(fault.toString())
        .isEqualTo(fault.isComplete());
    boolean payload = fault.isComplete() && resource.payload() != null;
    softly.assertThat(folder.has(resource.file() + ".bin")).as(fault.toString()).isEqualTo(payload);
    softly
        .assertThat(folder.has(resource.file() + ".partial"))
        .as(fault.toString())
        .isEqualTo(outcome(record).equals("incomplete"));
  }

  /** All that befell nothing is whole, and of the rest {@code verify} finds what was recorded. */
  private void assertNothingElseIsFound(DumpFolder folder) throws Exception {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      if (!cases.get(i).isComplete()) {
        expected.add("outcome " + resource(i).file() + DumpFolder.RECORD);
      }
    }
    assertThat(VerifyFindings.of(folder)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String outcome(JsonNode record) {
    return record.at("/_dicomweb/outcome").asText();
  }

  private static String notes(JsonNode record) {
    return record.at("/_dicomweb/notes").toString();
  }
}
