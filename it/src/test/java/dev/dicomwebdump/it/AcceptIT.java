package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.bulkData;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.instances;
import static dev.dicomwebdump.testkit.server.RequestMatch.metadata;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.FakeProxy;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user wants resources to be asked for as, and a proxy that wants to know who asks. */
class AcceptIT {
  private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path temp;

  @AfterEach
  void close() {
    server.close();
  }

  /** The fake server gives what it holds, whatever it is asked for. */
  @Test
  @Tag("smoke")
  void oneTransferSyntaxIsAskedForAndWhatCameInsteadIsTold() throws Exception {
    Path output = temp.resolve("out");
    Dump dump = Dump.of(server, study, output, "-i", "--transfer-syntax", JPEG_LS);

    assertThat(dump.exitCode()).as(dump.result().stderr()).isZero();
    assertThat(server.requests(metadata().negate().and(bulkData().negate())))
        .hasSize(20)
        .extracting(ReceivedRequest::accept)
        .allMatch(accept -> accept.endsWith("; transfer-syntax=" + JPEG_LS));
    JsonNode summary = dump.folder().summary();
    assertThat(summary.at("/dump/transferSyntax").toString())
        .isEqualTo("{\"asStored\":0,\"maybeTranscoded\":20,\"unknown\":0}");
    assertThat(summary.at("/dump/notes/another transfer syntax than was asked for").intValue())
        .isEqualTo(20);
    assertThat(dump.result().stdout())
        .contains("transfer syntax: 0 as stored, 20 maybe transcoded, 0 unknown");
    assertThat(summary.at("/run/options/transferSyntax").textValue()).isEqualTo(JPEG_LS);
    server.clearRequests();

    Dump other = Dump.of(server, study, output, "-i");

    assertThat(other.exitCode()).isEqualTo(2);
    assertThat(other.result().stderr())
        .hasLineCount(1)
        .contains("--transfer-syntax '" + JPEG_LS + "'", "--restart");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whoCannotGiveItRefusesAndNothingElseIsTaken() throws Exception {
    server.acceptOnly(frames(), accept -> !accept.contains(JPEG_LS), 406);

    Dump dump = Dump.of(server, study, temp.resolve("out"), "--transferSyntax", JPEG_LS);

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().summary().at("/dump/resources/frame/failed").intValue()).isEqualTo(12);
  }

  @Test
  void aWholeHeaderIsSentAsItIsAndRecorded() throws Exception {
    String own = "multipart/related;type=\"application/octet-stream\";q=0.9, */*;q=0.1";
    Dump dump =
        Dump.of(
            server,
            study,
            temp.resolve("out"),
            "--transfer-syntax",
            "default",
            "-i",
            "--accept",
            "frame=" + own);

    assertThat(dump.exitCode()).isZero();
    assertThat(server.requests(frames()))
        .hasSize(12)
        .allMatch(request -> request.accept().equals(own));
    assertThat(server.requests(instances()))
        .allMatch(request -> !request.accept().contains("transfer-syntax"));
    Expected frame = Expected.frame(study.instances().get(0), 1);
    assertThat(dump.folder().record(frame.file()).toString())
        .contains("{\"name\":\"Accept\",\"value\":\"" + own.replace("\"", "\\\"") + "\"}");
    assertThat(dump.folder().summary().at("/run/options").get("accept.frame").textValue())
        .isEqualTo(own);
  }

  @Test
  void anAcceptForNothingThatThereIsListsTheKinds() throws Exception {
    Path output = temp.resolve("out");
    Dump dump = Dump.of(server, study, output, "--accept", "frames=image/jpeg");

    assertThat(dump.exitCode()).isEqualTo(2);
    assertThat(dump.result().stderr())
        .hasLineCount(1)
        .contains("\"frames\"", "study-metadata", "qido-instances");
    assertThat(output).doesNotExist();
  }

  @Test
  void aProxyThatRefusesUsIsExitCode6() throws Exception {
    Path output = temp.resolve("out");
    try (FakeProxy proxy = FakeProxy.demanding("Basic nobody-knows")) {
      String given = "http://ann:pl4nted-S3cret@" + proxy.address();
      Dump dump = Dump.of(server, study, output, "--proxy", given);
      Dump tunnel =
          Dump.of("https://127.0.0.1:1/dicom-web", "2.999.2", output, "--proxy", proxy.address());

      assertThat(dump.exitCode()).isEqualTo(6);
      assertThat(dump.result().stderr())
          .hasLineCount(1)
          .contains("the proxy " + proxy.address(), "--proxy http://USER:PASSWORD@")
          .doesNotContain("pl4nted-S3cret");
      assertThat(tunnel.exitCode()).isEqualTo(6);
      assertThat(tunnel.result().stderr())
          .hasLineCount(1)
          .contains("the proxy " + proxy.address() + " wants credentials");
      assertThat(Files.readString(output.resolve("2.999.1/metadata.dump.json")))
          .contains("\"kind\": \"proxy\"")
          .doesNotContain("pl4nted-S3cret");
    }
  }
}
