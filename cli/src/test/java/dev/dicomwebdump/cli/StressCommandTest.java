package dev.dicomwebdump.cli;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StressCommandTest {

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  private final Program program = new Program();

  @TempDir Path temp;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theResultSaysWhatWasMeasuredAndWhatItTook() {
    assertThat(run("-c", "2")).isZero();
    assertThat(program.out())
        .contains("2 in flight over", "(ended after 48 requests); 24 different requests")
        .contains("to the last byte, ms", "to the first byte, ms", "frame", "study-metadata")
        .contains("48 of 48 verified", "statuses: 200: 48", "this program: ");
    assertThat(program.err()).doesNotContain("dicomweb-dump: ");
  }

  @Test
  void anOpenLoopTellsItsRate() {
    assertThat(run("--rate", "2000..4000/s", "--arrivals", "poisson")).isZero();
    assertThat(program.out())
        .contains("2000.0 to 4000.0/s by chance, at most 64 in flight")
        .contains("99 of 100 requests begun at most");
  }

  @Test
  void jsonIsAllThereIsOnStdout() {
    assertThat(run("--json", "--expect", "errors<1")).isZero();
    assertThat(program.out())
        .startsWith("{\n  \"version\": 1,")
        .endsWith("}\n")
        .contains("\"verified\": 48", "\"expectation\": \"errors<1\"", "\"met\": true");
  }

  @Test
  void whatIsNotMetIsALineAndCode4() {
    assertThat(run("-q", "--expect", "p50<1us", "--expect", "errors<1", "--expect", "max>50m"))
        .isEqualTo(4);
    assertThat(program.out()).isEmpty();
    assertThat(program.err().lines().toList())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("dicomweb-dump: p50<1us is not met: "))
        .anyMatch(line -> line.startsWith("dicomweb-dump: max>50m is not met: "));
  }

  @Test
  void whoExpectsSaysHowManyFailuresAreTooMany() {
    server.when(frames()).after(1).times(2).reply(Replies.status(503));
    assertThat(run("--mix", "frames=1")).isEqualTo(3);
    assertThat(program.out()).contains("46 of 48 verified", "failed: status 2; the first: 503 ");
    server.when(frames()).after(1).times(2).reply(Replies.status(503));
    assertThat(run("--mix", "frames=1", "--expect", "errors<5%")).isZero();
  }

  @Test
  void nothingIsToldOfWhatWasNotMeasured() {
    assertThat(runWith("--warmup", "1h", "--max-requests", "5", "--json")).isEqualTo(1);
    assertThat(program.out()).contains("\"warmup\": 5", "\"ofLatency\": null");
    assertThat(program.err()).contains("nothing was measured").doesNotContain("of the latency");
  }

  @Test
  void aReportThatCannotBeWrittenIsToldBeforeTheRun() {
    assertThat(run("--report", temp.resolve("nowhere/page.html").toString())).isEqualTo(5);
    assertThat(program.err()).contains("page.html: there is no such file or folder");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aReportIsWritten() {
    assertThat(run("--report", temp.resolve("page.html").toString())).isZero();
    assertThat(temp.resolve("page.html")).content().startsWith("<!");
    assertThat(temp.resolve("page.html.tmp")).doesNotExist();
  }

  @Test
  void aRefusalEndsWith6() {
    server.when(any()).reply(Replies.status(401));
    assertThat(run()).isEqualTo(6);
    assertThat(program.err()).contains("the server answers 401");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -c 0                              | requests in flight
          -c 20000                          | requests in flight
          --rate fast                       | is no rate
          --arrivals poisson                | --arrivals goes with --rate
          --duration 0                      | a time must be longer
          --mix frames                      | a mix is KIND=WEIGHT
          --mix pictures=1                  | no such kind
          --mix frames=1 --pattern viewer   | a viewer has a mix of its own
          --expect p99<200                  | is no expectation
          --connections 0                   | --connections is 1 or more
          --from x --transfer-syntax default | --transfer-syntax has no use with --from
          """)
  void wrongUsageIsOneLine(String options, String why) {
    assertThat(run(options.split(" "))).isEqualTo(2);
    assertThat(program.err()).contains(why).hasLineCount(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void withoutServerAndDumpThereIsNothingToAsk() {
    assertThat(program.run("stress", "-s", "1.2.3")).isEqualTo(2);
    assertThat(program.err()).contains("name the server with -w, or a dump with --from");
  }

  @Test
  void aFolderThatIsNoDumpIsTold() {
    assertThat(program.run("stress", "--from", temp.toString())).isEqualTo(1);
    assertThat(program.err()).contains("there is no record in " + temp);
  }

  @Test
  void anotherHostIsNotPutUnderLoadUnlessSomebodyAgrees() {
    assertThat(program.run("stress", "-w", "http://192.0.2.1/dicom-web", "-s", "1.2.3"))
        .isEqualTo(2);
    assertThat(program.err())
        .contains("this puts 192.0.2.1 under load: up to 1 requests in flight for 12 s")
        .contains("nobody is there to agree to it: --yes does");
  }

  private int run(String... options) {
    List<String> arguments = new ArrayList<>(List.of("--warmup", "0", "--max-requests", "48"));
    arguments.addAll(List.of(options));
    return runWith(arguments.toArray(String[]::new));
  }

  private int runWith(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("stress", "-w", server.rootUrl(), "-s", study.uid()));
    arguments.addAll(List.of(options));
    return program.run(arguments.toArray(String[]::new));
  }
}
