package dev.dicomwebdump.cli;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  private static final SyntheticStudy SMALL = SyntheticStudies.small();

  @TempDir Path temp;
  private final Program program = new Program();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(SMALL);

  @AfterEach
  void close() {
    server.close();
  }

  private int dump(String... more) {
    Stream<String> all =
        Stream.of("-w", server.rootUrl(), "-s", SMALL.uid(), "-o", temp.resolve("dump").toString());
    return program.run(Stream.concat(all, Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void aCompleteDumpEndsWithZeroAndItsSummary() {
    assertThat(dump()).isZero();
    assertThat(program.out())
        .startsWith("study 2.999.1: complete")
        .contains("3 series, 8 instances, 12 frames; 25 resources")
        .endsWith("dump: complete" + System.lineSeparator());
    assertThat(program.err()).isEmpty();
  }

  @Test
  void quietSaysNothing() {
    assertThat(dump("-q")).isZero();
    assertThat(program.out()).isEmpty();
    assertThat(program.err()).isEmpty();
  }

  @Test
  void jsonIsTheSummaryOnDisk() throws IOException {
    assertThat(dump("-q", "--json")).isZero();
    assertThat(program.out()).isEqualTo(Files.readString(temp.resolve("dump/_dump/summary.json")));
  }

  @Test
  void dumpMayBeNamed() {
    assertThat(program.run("dump", "--version")).isZero();
    assertThat(program.out()).startsWith("dicomweb-dump ");
  }

  @Test
  void whatIsMissingEndsWithThree() {
    server.when(frames()).reply(Replies.status(404));

    assertThat(dump("--debug")).isEqualTo(3);
    assertThat(program.out()).contains("dump: NOT COMPLETE");
    assertThat(program.err()).contains("failed 404 " + SMALL.path());
  }

  @Test
  void anAbortIsSaid() {
    server.when(frames()).reply(Replies.status(404));

    assertThat(dump("-a")).isEqualTo(3);
    assertThat(program.err()).startsWith("dicomweb-dump: aborted: /studies/");
  }

  @Test
  void anUnknownStudyEndsWithOne() {
    assertThat(program.run("-w", server.rootUrl(), "-s", "1.9", "-o", temp + "/dump")).isEqualTo(1);
  }

  @Test
  void aFolderThatHoldsTheStudyIsGoneOnWith() {
    dump();

    assertThat(dump()).isZero();
    assertThat(program.out()).contains("kept from earlier runs");
  }

  @Test
  void aFolderThatCannotBeWrittenEndsWithFive() throws IOException {
    Files.createFile(temp.resolve("dump"));

    assertThat(dump()).isEqualTo(5);
    assertThat(program.err()).contains("cannot write into").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({"--report", "--har"})
  void aFileThatCannotBeMadeIsToldBeforeAnythingIsAskedFor(String option) {
    Path file = temp.resolve("nowhere/file");

    assertThat(dump(option, file.toString())).isEqualTo(5);
    assertThat(program.err())
        .contains("cannot write " + file + ": there is no such file or folder");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void refusedCredentialsEndWithSixAndAreNotShown() {
    server.demandAuthorization("Bearer lion");

    assertThat(dump("-z", "Bearer tiger", "--debug")).isEqualTo(6);
    assertThat(program.err()).contains("it refuses the credentials").doesNotContain("tiger");
  }

  @Test
  void aLongDumpByOneWorkerEndsWithAHint() {
    try (FakeDicomWebServer large = FakeDicomWebServer.serving(SyntheticStudies.large(1, 2, 100))) {
      assertThat(program.run("-w", large.rootUrl(), "-s", "2.999.2", "-o", temp + "/dump"))
          .isZero();
    }
    assertThat(program.err()).startsWith("dicomweb-dump: hint: one request at a time");
  }

  @Test
  void insecureIsWarnedOf() {
    assertThat(dump("--insecure")).isZero();
    assertThat(program.err()).startsWith("dicomweb-dump: warning: --insecure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -w http://h -o y                  | Missing required option: '--study-uid=UID'
          --wadoRsRotUrl x                  | Unknown option: --wadoRsRotUrl
          -w pacs -s 1 -o y                 | the root URL must begin with http:// or https://
          -w http://tiger@h^ -s 1 -o y      | the root URL is not a URL
          -w http://h -s 1 -o y -z @/gone   | cannot read
          -w http://h -s 1. -o y            | not a UID: "1."
          -w http://h -s 1 -o y --progress x | expected one of
          -w http://h -s 1 -o y --no-images | Missing required argument(s): --report=FILE
          report x --json --csv             | --json, --csv are mutually exclusive
          verify                            | ; see verify --help
          stress --nope                     | --nope; see stress --help
          """)
  void wrongUsageEndsWithTwoAndOneLine(String args, String why) {
    assertThat(program.run(args.split(" ", -1))).isEqualTo(2);
    assertThat(program.out()).isEmpty();
    assertThat(program.err())
        .startsWith("dicomweb-dump: ")
        .contains(why)
        .containsPattern("; see ([a-z]+ )?--help")
        .doesNotContain("tiger")
        .containsOnlyOnce(System.lineSeparator());
  }
}
