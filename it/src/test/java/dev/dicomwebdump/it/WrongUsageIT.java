package dev.dicomwebdump.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be run is exit code 2, one clear line, and nothing else. */
class WrongUsageIT {
  private static final String ROOT = "http://127.0.0.1:9/dicom-web";

  @TempDir private Path temp;

  /** The option at fault, its value, and a word that the message should have. */
  @ParameterizedTest
  @CsvSource({
    "-c, 0, concurrency",
    "-c, -1, concurrency",
    "-c, many, many",
    "--rate, fast, fast",
    "--rate, 5, 5",
    "-r, -1, retries",
    "-r, often, often",
    "-s, ../../etc, ../../etc",
    "-s, '', UID",
    "-s, 1.2., 1.2.",
    "-s, _dump, _dump",
    "-s, 1/2, 1/2",
    "-w, ftp://127.0.0.1/dicom-web, http",
    "-w, 127.0.0.1:8042/dicom-web, http",
    "-w, http:///dicom-web, host",
    "-w, http://127.0.0.1/dicom web, URL",
    "-w, http://127.0.0.1/dicom-web#x, fragment",
    "--idle-timeout, 0, time",
    "--idle-timeout, soon, soon",
    "--connect-timeout, -1s, -1s",
    "--max-time, 1y, 1y",
    "--progress, loud, loud",
    "--permissions, everyone, everyone",
    "--keep, nothing, nothing",
    "--keep, none, none",
    "-z, @/no/such/file, /no/such/file",
    "--cacert, /no/such/file, /no/such/file",
    "--no-such-option, '', --no-such-option",
    "-i, surplus, belongs to no option"
  })
  void aWrongValueIsToldInOneLine(String option, String value, String told) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("-o", output()));
    if (!option.equals("-w")) {
      arguments.addAll(List.of("-w", ROOT));
    }
    if (!option.equals("-s")) {
      arguments.addAll(List.of("-s", "2.999.1"));
    }
    arguments.addAll(List.of(option, value));

    assertRefused(Program.run(arguments.toArray(String[]::new)), told);
  }

  static Stream<List<String>> incomplete() {
    return Stream.of(
        List.of(),
        List.of("-w", ROOT),
        List.of("-w", ROOT, "-s", "2.999.1"),
        List.of("-s", "2.999.1", "-o"),
        List.of("-w", ROOT, "-s", "2.999.1", "-o"),
        List.of("no-such-command", "-w", ROOT, "-s", "2.999.1", "-o", "unused"));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void anIncompleteCallIsToldInOneLine(List<String> arguments) throws Exception {
    assertRefused(Program.run(arguments.toArray(String[]::new)), "--help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out", "out/files", "out/2.999.1/series", "x/../out/y"})
  void dicomFilesDoNotGoIntoTheDump(String folder) throws Exception {
    Program.Result result =
        Dump.invocation(ROOT, "2.999.1", Path.of(output()))
            .and("--dicom", temp.resolve(folder).toString())
            .run();

    assertRefused(result, "--dicom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "auto"})
  void aFriendlyClientIsNotAskedForMoreThanOne(String concurrency) throws Exception {
    Program.Result result =
        Dump.invocation(ROOT, "2.999.1", Path.of(output()))
            .and("--server-friendly", "-c", concurrency)
            .run();

    assertRefused(result, "-c " + concurrency);
  }

  @ParameterizedTest
  @CsvSource({
    "DICOMWEB_CONCURRENCY, many, many",
    "DICOMWEB_CONCURRENCY, 0, concurrency",
    "DICOMWEB_AUTHORIZATION, @/no/such/file, /no/such/file"
  })
  void aWrongVariableIsToldInOneLine(String name, String value, String told) throws Exception {
    Program.Result result =
        Dump.invocation(ROOT, "2.999.1", Path.of(output())).environment(name, value).run();

    assertRefused(result, told);
  }

  @ParameterizedTest
  @CsvSource({"'', stdin", "'not a uid', not a uid"})
  void studiesOnStdinThatAreNoneAreToldInOneLine(String input, String told) throws Exception {
    Program.Result result = Program.with("-w", ROOT, "-s", "-", "-o", output()).input(input).run();

    assertRefused(result, told);
  }

  @Test
  @Tag("smoke")
  void helpIsAResult() throws Exception {
    Program.Result result = Program.run("--help");

    assertThat(result.exitCode()).isZero();
    assertThat(result.stdout()).contains("--wadoRsRootUrl", "--study-uid", "-o", "Exit codes");
    assertThat(result.stderr()).isEmpty();
  }

  private String output() {
    return temp.resolve("out").toString();
  }

  private void assertRefused(Program.Result result, String told) {
    assertThat(result.exitCode()).as(result.stderr()).isEqualTo(2);
    assertThat(result.stdout()).isEmpty();
    assertThat(result.stderr()).hasLineCount(1).contains(told).doesNotContain("Exception");
    assertThat(temp).isEmptyDirectory();
  }
}
