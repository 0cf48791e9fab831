package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.instances;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.InstanceTemplate;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.dicom.TransferSyntax;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Accept ladder, and what refusals cost. */
class NegotiationIT {
  private static final List<String> LADDER =
      List.of(
          "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*",
          "multipart/related; type=\"application/octet-stream\"",
          "multipart/related; type=application/octet-stream; transfer-syntax=*",
          "application/octet-stream; transfer-syntax=*",
          "application/octet-stream",
          "*/*");

  private final SyntheticStudy small = SyntheticStudies.small();
  private final SyntheticStudy film =
      SyntheticStudy.builder("2.999.3")
          .series(InstanceTemplate.image(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, 100))
          .build();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(small, film);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a406WalksTheWholeLadderInOrder() throws Exception {
    Expected frame = Expected.frame(small.instances().get(0), 1);
    server.when(path(frame.path())).reply(Replies.status(406, "text/plain", "not so"));

    Dump dump = Dump.of(server, small, output);

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(server.requests(path(frame.path())))
        .extracting(ReceivedRequest::accept)
        .containsExactlyElementsOf(LADDER);
    JsonNode record = dump.folder().record(frame.file());
    assertThat(record.at("/_dicomweb/earlier")).hasSize(5);
    assertThat(dump.folder().summary().at("/run/acceptSteps").intValue()).isEqualTo(5);
    assertThat(dump.folder().summary().at("/run/retries").intValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {406, 415})
  @Tag("smoke")
  void aStepThatTheServerRefusesIsRememberedAndWhatMayBeTranscodedIsCounted(int status)
      throws Exception {
    server.acceptOnly(frames(), accept -> !accept.contains("transfer-syntax"), status);

    Dump dump = Dump.of(server, small, output, "-i");

    assertThat(dump.exitCode()).isZero();
    assertThat(server.requests(frames())).hasSize(13);
    JsonNode summary = dump.folder().summary();
    assertThat(summary.at("/run/acceptSteps").intValue()).isEqualTo(1);
    assertThat(summary.at("/dump/transferSyntax/maybeTranscoded").intValue()).isEqualTo(12);
    assertThat(summary.at("/dump/transferSyntax/asStored").intValue()).isEqualTo(8);
    Expected frame = Expected.frame(small.instances().get(0), 1);
    JsonNode record = dump.folder().record(frame.file()).at("/_dicomweb");
    assertThat(record.at("/transferSyntax/asked").isNull()).isTrue();
    assertThat(record.at("/notes").toString()).contains("transcoded");
    assertThat(record.at("/earlier")).hasSize(1);
    assertThat(dump.result().stdout()).contains("transcoded");
  }

  @Test
  void oneInstancesRefusalDoesNotDemoteOthers() throws Exception {
    String refused = small.instances().get(2).path();
    server.acceptOnly(
        frames().and(request -> request.path().startsWith(refused + "/")),
        accept -> !accept.contains("transfer-syntax"),
        400);

    Dump dump = Dump.of(server, small, output);

    assertThat(dump.exitCode()).isZero();
    assertThat(server.requests(frames().and(other(refused))))
        .hasSize(9)
        .allMatch(request -> request.accept().equals(Expected.FRAME));
    assertThat(dump.folder().summary().at("/dump/transferSyntax/maybeTranscoded").intValue())
        .isEqualTo(3);
  }

  @Test
  void filesOfAServerThatKnowsNoAsteriskComeByTheNextStep() throws Exception {
    server.acceptOnly(instances(), accept -> !accept.contains("*"), 400);

    Dump dump = Dump.of(server, small, output, "-i", "-m");

    assertThat(dump.exitCode()).isZero();
    // Three instances alike make it the server's refusal; from the fourth on it is left out.
    assertThat(server.requests(instances())).hasSize(11);
    Expected file = Expected.file(small.instances().get(7));
    assertThat(dump.folder().bytes(file.file() + ".bin")).isEqualTo(small.instances().get(7).p10());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 406, 500})
  void framesThatAreAllRefusedCostAboutARequestEachAndAreOneLine(int status) throws Exception {
    server.when(frames()).reply(Replies.status(status, "text/plain", "no such pixels"));

    Dump dump = Dump.of(server, film, output, "-c", "8");

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().records()).hasSize(103);
    assertThat(dump.folder().summary().at("/dump/resources/frame/failed").intValue())
        .isEqualTo(100);
    // Until the third has failed, two and the eight in flight are on the ladder of six steps.
    assertThat(server.requests(frames())).hasSizeBetween(103, 100 + 10 * 5);
    JsonNode missing = dump.folder().summary().at("/dump/missing");
    assertThat(missing).hasSize(1);
    assertThat(missing.at("/0/frames").textValue()).isEqualTo("1-100");
    assertThat(missing.at("/0/count").intValue()).isEqualTo(100);
    assertThat(dump.result().stdout().lines().filter(line -> line.contains("failed: frame")))
        .hasSize(1);
  }

  @Test
  void aSuccessLiftsTheRestraint() throws Exception {
    server.when(frames()).reply(Replies.status(400)).times(10);

    Dump dump = Dump.of(server, film, output);

    assertThat(dump.exitCode()).isEqualTo(3);
    int failed = dump.folder().summary().at("/dump/resources/frame/failed").intValue();
    assertThat(failed).isBetween(4, 8);
    assertThat(dump.folder().summary().at("/dump/resources/frame/complete").intValue())
        .isEqualTo(100 - failed);
  }

  private static RequestMatch other(String refused) {
    return request -> !request.path().startsWith(refused + "/");
  }
}
