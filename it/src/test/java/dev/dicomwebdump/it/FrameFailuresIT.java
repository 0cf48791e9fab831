package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One frame that goes wrong for ever, in each way, with one retry. */
class FrameFailuresIT {
  private static final String ERROR = ".error";
  private static final String PARTIAL = ".partial";
  private static final String NONE = "";

  private final SyntheticStudy study = SyntheticStudies.small();
  private final SyntheticInstance instance = study.instances().get(2);
  private final Expected frame = Expected.frame(instance, 2);
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path output;

  /**
   * A failure and what is to be seen of it.
   *
   * @param status what the record says; 0 when no response came
   * @param kept the ending of the file that keeps what came
   * @param requests how many requests it costs in all
   * @param retries how many of them are retries
   */
  record Case(
      String name,
      Reply reply,
      int status,
      String outcome,
      String problem,
      String kept,
      int requests,
      int retries) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> failures() {
    return Stream.of(
        new Case("404", error(404), 404, "failed", "status", ERROR, 1, 0),
        new Case("410 without a body", Replies.status(410), 410, "failed", "status", NONE, 1, 0),
        new Case("500", error(500), 500, "failed", "status", ERROR, 3, 1),
        new Case("501", error(501), 501, "failed", "status", ERROR, 1, 0),
        new Case("502", error(502), 502, "failed", "status", ERROR, 2, 1),
        new Case("503", error(503), 503, "failed", "status", ERROR, 2, 1),
        new Case("408", error(408), 408, "failed", "status", ERROR, 2, 1),
        new Case("409", error(409), 409, "failed", "status", ERROR, 1, 0),
        new Case("204", Replies.status(204), 204, "failed", "status", NONE, 1, 0),
        new Case("cut", Faults.cutAfter(150), 200, "incomplete", "truncated", PARTIAL, 2, 1),
        new Case(
            "cut in chunks",
            Faults.cutChunkedAfter(150),
            200,
            "incomplete",
            "truncated",
            PARTIAL,
            2,
            1),
        new Case(
            "ended early and cleanly",
            Faults.endAfter(150),
            200,
            "incomplete",
            "truncated",
            PARTIAL,
            2,
            1),
        new Case("stalled", Faults.stallAfter(150), 200, "incomplete", "timeout", PARTIAL, 2, 1),
        new Case(
            "stalled after the head",
            Faults.stallAfterHead(),
            200,
            "incomplete|failed",
            "timeout",
            NONE,
            2,
            1),
        new Case(
            "login page",
            Replies.loginPage(),
            200,
            "failed",
            "content-type",
            ".error|.partial",
            1,
            0));
  }

  private static Reply error(int status) {
    return Replies.status(status, "application/json", "{\"Message\":\"no " + status + "\"}");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsRecordedCountedAndTold(Case failure) throws Exception {
    server.when(path(frame.path())).reply(failure.reply);

    Dump dump = Dump.of(server, study, output, "-i", "-m", "-r", "1", "--idle-timeout", "500ms");

    assertThat(dump.exitCode()).as(dump.result().toString()).isEqualTo(3);
    assertThat(server.requests(path(frame.path()))).hasSize(failure.requests);
    assertRecorded(dump.folder(), failure);
    assertCounted(dump.folder().summary(), failure);
    assertCounted(dump.folder().summary(study.uid()), failure);
    assertThat(dump.result().stdout()).contains("NOT COMPLETE", "frame 2", instance.uid());
    assertThat(dump.result().stderr()).doesNotContain("Exception", "\tat ");
    assertThat(new Schemas().errors(dump.folder())).isEmpty();
  }

  private void assertRecorded(DumpFolder folder, Case failure) {
    JsonNode record = folder.record(frame.file());
    assertThat(record.at("/response/status").intValue()).isEqualTo(failure.status);
    assertThat(record.at("/_dicomweb/outcome").textValue()).matches(failure.outcome);
    assertThat(record.at("/_dicomweb/problem/kind").textValue()).isEqualTo(failure.problem);
    assertThat(record.at("/_dicomweb/problem/message").textValue()).isNotBlank();
    assertThat(record.at("/_dicomweb/earlier")).hasSize(failure.requests - 1);
    assertThat(folder.has(frame.file())).isFalse();
    assertThat(folder.has(frame.file() + ".bin")).isFalse();
    assertKept(folder, record, failure);
  }

  /** What came is in exactly one file, and the record and the sums name it. */
  private void assertKept(DumpFolder folder, JsonNode record, Case failure) {
    String others = failure.kept.isEmpty() ? "" : "(" + failure.kept.replace(".", "\\.") + ")";
    assertThat(folder.files().stream().filter(file -> file.startsWith(frame.file() + ".")))
        .hasSize(failure.kept.isEmpty() ? 1 : 2)
        .allMatch(file -> file.matches(".*(\\.dump\\.json|" + others + ")"));
    if (failure.kept.isEmpty()) {
      assertThat(record.at("/_dicomweb/body").isNull()).isTrue();
    } else {
      String kept = frame.file().replaceAll("[^/]*$", "") + bodyFile(record);
      assertThat(Digests.sha256(folder.bytes(kept)))
          .isEqualTo(record.at("/_dicomweb/body/sha256").textValue());
      assertThat(folder.sums(study.uid())).containsKey(kept.substring(study.uid().length() + 1));
    }
  }

  private static String bodyFile(JsonNode record) {
    return record.at("/_dicomweb/body/file").asText();
  }

  private void assertCounted(JsonNode summary, Case failure) {
    int all = Expected.of(study).size();
    assertThat(summary.at("/dump/verdict").textValue()).isEqualTo("incomplete");
    assertThat(summary.at("/dump/resources/frame/complete").intValue()).isEqualTo(11);
    assertThat(
            summary.at("/dump/resources/frame/failed").intValue()
                + summary.at("/dump/resources/frame/incomplete").intValue())
        .isEqualTo(1);
    JsonNode missing = summary.at("/dump/missing");
    assertThat(missing).hasSize(1);
    assertThat(missing.at("/0/kind").textValue()).isEqualTo("frame");
    assertThat(missing.at("/0/instance").textValue()).isEqualTo(instance.uid());
    assertThat(missing.at("/0/frames").textValue()).isEqualTo("2");
    assertThat(missing.at("/0/status").intValue()).isEqualTo(failure.status);
    assertThat(missing.at("/0/problem/kind").textValue()).isEqualTo(failure.problem);
    assertThat(summary.at("/run/requests").intValue()).isEqualTo(all - 1 + failure.requests);
    assertThat(summary.at("/run/retries").intValue()).isEqualTo(failure.retries);
    assertThat(summary.at("/run/acceptSteps").intValue())
        .isEqualTo(failure.requests - 1 - failure.retries);
  }
}
