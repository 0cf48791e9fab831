package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The program against itself: what {@code serve} breaks on purpose, the dump gets over, or tells.
 */
class ServedFaultsIT {

  private static final String CT = "2.999.20";
  private static final String[] HTTP_1 = {"--no-http2"};
  private static final String[] HTTP_2 = {"--http2-prior-knowledge"};

  @TempDir private static Path shared;
  private static Path capture;

  @TempDir private Path temp;

  @BeforeAll
  static void capture() throws Exception {
    capture = shared.resolve("demo");
    Program.Result demo = Program.run("demo", "-o", capture.toString());
    assertThat(demo.exitCode()).as(demo.stderr()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frames: status=503 every=5  | status",
        "frames: cut every=5         | truncated",
        "frames: reset every=5       | connect or truncated",
        "frames: stall first=2       | timeout",
        "frames: length=100 every=5  | truncated",
        "metadata: status=502 first=1| status"
      })
  void whatFailsNowAndThenIsHadInTheEnd(String fault, String lost) throws Exception {
    for (String[] protocol : List.of(HTTP_1, HTTP_2)) {
      Path output = temp.resolve(protocol[0]);
      try (ServedDump served = ServedDump.of(capture, "--fault", fault, "--latency", "1ms")) {
        Dump dump = dump(served, output, protocol, "-c", "4", "--idle-timeout", "1s");
        assertThat(dump.exitCode()).as(dump.result().toString()).isZero();
        String each = "(" + lost.replace(" or ", "|") + ")";
        assertThat(LostAttempts.of(dump.folder())).matches(each + "( " + each + ")*");
      }
      assertThat(verify(output)).isZero();
      assertThat(bodies(output)).isEqualTo(bodies(capture));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frames: status=503  | 3 | failed",
        "frames: cut         | 3 | incomplete",
        "frames: reset       | 3 | failed",
        "frames: length=9    | 3 | incomplete",
        "all: status=404     | 1 | failed"
      })
  void whatAlwaysFailsIsTold(String fault, int exitCode, String outcome) throws Exception {
    for (String[] protocol : List.of(HTTP_1, HTTP_2)) {
      Path output = temp.resolve(protocol[0]);
      try (ServedDump served = ServedDump.of(capture, "--fault", fault)) {
        Dump dump = dump(served, output, protocol, "-c", "4", "--retry", "0");
        assertThat(dump.exitCode()).as(dump.result().toString()).isEqualTo(exitCode);
        assertThat(outcomes(dump.folder())).contains(outcome);
      }
      assertThat(verify(output)).isEqualTo(4);
    }
  }

  @Test
  void theSameSeedGivesTheSameFaults() throws Exception {
    List<Object> dumps = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      try (ServedDump served =
          ServedDump.of(
              capture,
              "--exact",
              "--fault",
              "frames: cut rate=0.2",
              "--fault",
              "metadata: status=502 rate=0.2",
              "--seed",
              "7")) {
        Dump dump = dump(served, temp.resolve(name), HTTP_1, "-c", "1", "-r", "9");
        assertThat(dump.exitCode()).as(dump.result().toString()).isZero();
        assertThat(LostAttempts.of(dump.folder())).contains("truncated", "status");
        dumps.add(Timeless.of(dump.folder()));
      }
    }
    assertThat(dumps.get(0)).isEqualTo(dumps.get(1));
  }

  private static Dump dump(ServedDump served, Path output, String[] protocol, String... options)
      throws IOException, InterruptedException {
    Program.Result result =
        Dump.invocation(served.root(), CT, output).and("--quiet").and(protocol).and(options).run();
    return new Dump(result, new DumpFolder(output));
  }

  private static int verify(Path output) throws IOException, InterruptedException {
    return Program.run("verify", output.toString()).exitCode();
  }

  private static List<String> outcomes(DumpFolder folder) {
    return folder.records().values().stream()
        .map(record -> record.at("/_dicomweb/outcome").textValue())
        .toList();
  }

  /** The frames of the study, by their digests: bodies of JSON name where they came from. */
  private static List<String> bodies(Path folder) {
    DumpFolder dump = new DumpFolder(folder);
    return dump.files().stream()
        .filter(file -> file.startsWith(CT) && file.matches(".*/frames/[0-9]+"))
        .map(file -> file + " " + Digests.sha256(dump.bytes(file)))
        .toList();
  }
}
