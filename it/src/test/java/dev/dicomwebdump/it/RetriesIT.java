package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.Reply;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures that pass: the resource is complete, and what went before is on record. */
class RetriesIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final Expected frame = Expected.frame(study.instances().get(2), 2);
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  static Stream<Map.Entry<String, Reply>> passing() {
    Reply busy = Replies.status(503, "text/plain", "later");
    return Stream.of(
        Map.entry("status", Replies.status(500, "text/html", "<h1>Oh</h1>")),
        Map.entry("status", Replies.status(502)),
        Map.entry("status", busy.header("Retry-After", "1")),
        Map.entry("status", Replies.status(429).header("Retry-After", "1")),
        Map.entry("status", Replies.status(429)),
        Map.entry("truncated", Faults.cutAfter(150)),
        Map.entry("truncated", Faults.cutChunkedAfter(150)),
        Map.entry("truncated", Faults.endAfter(150)),
        Map.entry("truncated|connect", Faults.resetAfter(150)),
        Map.entry("timeout", Faults.stallAfter(150)));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aFailureThatPassesLeavesTheResourceComplete(Map.Entry<String, Reply> failure)
      throws Exception {
    server.when(path(frame.path())).reply(failure.getValue()).times(1);

    Dump dump = Dump.of(server, study, output, "-i", "-m", "--idle-timeout", "500ms");

    assertThat(dump.exitCode()).as(dump.result().toString()).isZero();
    assertThat(dump.folder().bytes(frame.file())).isEqualTo(Served.body(server, frame));
    JsonNode record = dump.folder().record(frame.file());
    assertThat(record.at("/_dicomweb/outcome").textValue()).isEqualTo("complete");
    assertThat(record.at("/_dicomweb/earlier")).hasSize(1);
    assertThat(record.at("/_dicomweb/earlier/0/_problem/kind").textValue())
        .matches(failure.getKey());
    assertThat(dump.folder().summary().at("/run/retries").intValue()).isEqualTo(1);
    assertThat(dump.folder().files()).noneMatch(file -> file.matches(".*\\.(tmp|partial|error)"));
    assertThat(new Schemas().errors(dump.folder())).isEmpty();
  }

  @Test
  @Tag("smoke")
  void whatTheServerSaidBeforeIsKeptAsText() throws Exception {
    server.when(path(frame.path())).reply(Replies.status(502, "text/plain", "bad day")).times(2);

    Dump dump = Dump.of(server, study, output);

    JsonNode earlier = dump.folder().record(frame.file()).at("/_dicomweb/earlier");
    assertThat(earlier).hasSize(2);
    assertThat(earlier)
        .allSatisfy(
            exchange -> {
              assertThat(exchange.at("/response/status").intValue()).isEqualTo(502);
              assertThat(exchange.at("/response/content/text").textValue()).isEqualTo("bad day");
            });
  }

  @Test
  void pausesDoNotCountAsRetries() throws Exception {
    server.when(path(frame.path())).reply(Replies.status(503).header("Retry-After", "1")).times(2);

    Dump dump = Dump.of(server, study, output, "-r", "0");

    assertThat(dump.exitCode()).isZero();
    assertThat(dump.result().stderr()).contains("pause");
  }

  @Test
  void aWaitThatIsTooLongEndsTheRunAndTellsWhenToResume() throws Exception {
    server.when(path(frame.path())).reply(Replies.status(429).header("Retry-After", "86400"));

    Dump dump = Dump.of(server, study, output);

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().summary().at("/run/end").textValue()).isEqualTo("gave-up");
    assertThat(dump.folder().summary().at("/run/endMessage").textValue())
        .containsPattern("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
    assertThat(dump.result().stderr()).containsPattern("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
  }

  @Test
  void aResetOfAReusedConnectionIsNotCounted() throws Exception {
    server
        .when(path(frame.path()).and(request -> request.exchange() > 0))
        .reply(Faults.reset())
        .times(1);

    Dump dump = Dump.of(server, study, output, "-r", "0");

    assertThat(dump.exitCode()).isZero();
    assertThat(dump.folder().record(frame.file()).at("/_dicomweb/outcome").textValue())
        .isEqualTo("complete");
  }

  @Test
  void retriesStopAtTheirNumber() throws Exception {
    server.when(path(frame.path())).reply(Faults.reset());

    Dump dump = Dump.of(server, study, output, "-r", "2");

    assertThat(dump.exitCode()).isEqualTo(3);
    JsonNode record = dump.folder().record(frame.file());
    assertThat(record.at("/response/status").intValue()).isZero();
    assertThat(record.at("/_dicomweb/problem/kind").textValue()).isEqualTo("connect");
    assertThat(record.at("/_dicomweb/outcome").textValue()).isEqualTo("failed");
    assertThat(record.at("/_dicomweb/body").isNull()).isTrue();
    // One more than that where the first came upon a connection that had been used.
    assertThat(server.requests(path(frame.path()))).hasSizeBetween(3, 4);
    assertThat(dump.folder().summary().at("/run/retries").intValue()).isBetween(2, 3);
  }

  @Test
  void theFirstRequestIsTriedAgainToo() throws Exception {
    server.when(any()).reply(Replies.status(502)).times(2);

    assertThat(Dump.of(server, study, output).exitCode()).isZero();
  }
}
