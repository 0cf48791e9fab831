package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.Replies.status;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each option in its short, camel-case and kebab-case form. */
class OptionNamesIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path temp;

  @AfterEach
  void close() {
    server.close();
  }

  /** Root, study, folder, payloads, instances, concurrency, authorization, quiet. */
  static Stream<List<String>> forms() {
    return Stream.of(
        List.of("-w", "-s", "-o", "-m", "-i", "-c", "-z", "-q"),
        List.of(
            "--wadoRsRootUrl",
            "--studyUid",
            "--outputFolder",
            "--stripMultiPartMimeWrapper",
            "--includeFullInstance",
            "--concurrency",
            "--authorization",
            "--quiet"),
        List.of(
            "--wado-rs-root-url",
            "--study-uid",
            "--output-folder",
            "--strip-multi-part-mime-wrapper",
            "--include-full-instance",
            "--concurrency",
            "--authorization",
            "--quiet"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  @Tag("smoke")
  void anOptionDoesTheSameInEveryForm(List<String> names) throws Exception {
    Path output = temp.resolve("out");
    server.demandAuthorization("Bearer abc");
    server.holdUntilInFlight(frames(), 2);
    List<String> values =
        List.of(server.rootUrl(), study.uid(), output.toString(), "", "", "2", "Bearer abc", "");
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      arguments.add(names.get(i));
      if (!values.get(i).isEmpty()) {
        arguments.add(values.get(i));
      }
    }

    Program.Result result = Program.run(arguments.toArray(String[]::new));

    assertThat(result).isEqualTo(new Program.Result(0, "", ""));
    Expected file = Expected.file(study.instances().get(0));
    assertThat(new DumpFolder(output).files()).contains(file.file(), file.file() + ".bin");
    assertThat(server.greatestInFlight()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-r", "--retry"})
  void retryIsTheNumberOfRetries(String name) throws Exception {
    server.when(pathEndsWith("/frames/2")).reply(status(502)).times(2);

    assertThat(Dump.of(server, study, temp.resolve("one"), name, "1").exitCode()).isEqualTo(3);
    server.clearRules();
    server.when(pathEndsWith("/frames/2")).reply(status(502)).times(2);
    assertThat(Dump.of(server, study, temp.resolve("two"), name, "2").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-a", "--abort"})
  void abortEndsTheRunAtTheFirstFailure(String name) throws Exception {
    server.when(pathEndsWith("/frames/1")).reply(status(404));

    Dump dump = Dump.of(server, study, temp.resolve("out"), name);

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(server.requests(frames())).hasSize(1);
    assertThat(dump.folder().summary().at("/run/end").textValue()).isEqualTo("aborted");
    assertThat(dump.folder().summary().at("/dump/verdict").textValue()).isEqualTo("incomplete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--idle-timeout", "--idleTimeout"})
  void idleTimeoutLimitsTheTimeBetweenBytes(String name) throws Exception {
    server.when(pathEndsWith("/frames/2")).reply(Faults.stallAfter(150)).times(1);

    assertTimedOut(Dump.of(server, study, temp.resolve("out"), "-r", "0", name, "300ms"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--first-byte-timeout", "--firstByteTimeout"})
  void firstByteTimeoutLimitsTheWaitForAResponse(String name) throws Exception {
    server.when(pathEndsWith("/frames/2")).reply(Faults.stall()).times(1);

    assertTimedOut(Dump.of(server, study, temp.resolve("out"), "-r", "0", name, "300ms"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--max-time", "--maxTime"})
  void maxTimeLimitsTheWholeExchange(String name) throws Exception {
    server.when(pathEndsWith("/frames/2")).reply(Faults.stallAfterHead()).times(1);

    assertTimedOut(Dump.of(server, study, temp.resolve("out"), "-r", "0", name, "2s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--connect-timeout", "--connectTimeout"})
  void connectTimeoutLimitsTheWaitForAConnection(String name) throws Exception {
    try (DeafServer deaf = new DeafServer()) {
      Dump dump = Dump.of(deaf.rootUrl(), "2.999.1", temp.resolve("out"), "-r", "0", name, "300ms");

      assertThat(dump.exitCode()).isEqualTo(1);
      assertThat(dump.folder().record("2.999.1/metadata").at("/response/status").intValue())
          .isZero();
      assertThat(dump.folder().record("2.999.1/metadata").at("/_dicomweb/problem/kind").textValue())
          .isIn("timeout", "connect");
    }
  }

  private void assertTimedOut(Dump dump) {
    String frame = Expected.frame(study.instances().get(2), 2).file();
    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().record(frame).at("/_dicomweb/problem/kind").textValue())
        .isEqualTo("timeout");
  }
}
