package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.metadata;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deviations that are accepted, and noted. */
class OddRepliesIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void gzipIsKeptAsItCameAskedForOrNot(boolean asked) throws Exception {
    server.when(any()).reply(Replies.gzip());

    String[] options = asked ? new String[] {"-im", "--compressed"} : new String[] {"-im"};
    Dump dump = Dump.of(server, study, output, options);

    assertThat(dump.exitCode()).as(dump.result().toString()).isZero();
    assertThat(server.requests())
        .hasSameSizeAs(Expected.of(study))
        .allSatisfy(
            request ->
                assertThat(request.header("Accept-Encoding"))
                    .isEqualTo(asked ? "gzip" : "identity"));
    for (Expected resource : Expected.of(study)) {
      assertCoded(dump.folder(), resource);
    }
  }

  private void assertCoded(DumpFolder folder, Expected resource) throws Exception {
    byte[] body = folder.bytes(resource.file());
    byte[] content = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    JsonNode record = folder.record(resource.file());
    assertThat(body).isEqualTo(Served.body(server, resource));
    assertThat(record.at("/response/bodySize").intValue()).isEqualTo(body.length);
    assertThat(record.at("/response/content/size").intValue()).isEqualTo(content.length);
    if (resource.payload() != null) {
      byte[] payload = resource.payload().get();
      JsonNode part = record.at("/_dicomweb/multipart/parts/0");
      int offset = part.get("offset").intValue();
      assertThat(folder.bytes(resource.file() + ".bin")).isEqualTo(payload);
      assertThat(Arrays.copyOfRange(content, offset, offset + part.get("length").intValue()))
          .isEqualTo(payload);
    }
  }

  @Test
  void aMissingBoundaryIsFoundInTheBody() throws Exception {
    server.when(any()).reply(Replies.withoutBoundary());

    Dump dump = Dump.of(server, study, output, "-i", "-m");

    assertThat(dump.exitCode()).isZero();
    assertPayloads(dump.folder());
    assertNoted(dump.folder(), "boundary");
  }

  @Test
  void aSinglePartIsThePayload() throws Exception {
    server.when(any()).reply(Replies.singlePart());

    Dump dump = Dump.of(server, study, output, "-i", "-m");

    assertThat(dump.exitCode()).isZero();
    assertPayloads(dump.folder());
    assertNoted(dump.folder(), "single part");
    String frame = Expected.frame(study.instances().get(0), 1).file();
    assertThat(dump.folder().record(frame).at("/_dicomweb/multipart").isNull()).isTrue();
    assertThat(dump.folder().bytes(frame)).isEqualTo(dump.folder().bytes(frame + ".bin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunked", "until close"})
  void aBodyWithoutLengthIsWholeWhenItsContentIs(String framing) throws Exception {
    server.when(any()).reply(framing.equals("chunked") ? Replies.chunked() : Replies.untilClose());

    Dump dump = Dump.of(server, study, output, "-i", "-m");

    assertThat(dump.exitCode()).isZero();
    assertPayloads(dump.folder());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain"})
  void metadataOfAnotherTypeIsTakenWhenItIsMetadata(String type) throws Exception {
    server.when(metadata()).reply(Replies.contentType(type));

    Dump dump = Dump.of(server, study, output);

    assertThat(dump.exitCode()).isZero();
    assertNoted(dump.folder(), type);
  }

  private void assertPayloads(DumpFolder folder) {
    for (Expected resource : Expected.of(study)) {
      if (resource.payload() != null) {
        assertThat(folder.bytes(resource.file() + ".bin"))
            .as(resource.file())
            .isEqualTo(resource.payload().get());
      }
    }
  }

  private static void assertNoted(DumpFolder folder, String note) {
    assertThat(folder.summary().at("/dump/notes").toString()).contains(note);
    assertThat(folder.records().values())
        .anyMatch(record -> record.at("/_dicomweb/notes").toString().contains(note));
  }
}
