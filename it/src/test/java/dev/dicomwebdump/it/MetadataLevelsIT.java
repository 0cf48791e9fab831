package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels of metadata that a server does not have, and metadata that is broken. */
class MetadataLevelsIT {
  private static final RequestMatch INSTANCE_LEVEL = pathMatches("/instances/[^/]+/metadata$");
  private static final RequestMatch SERIES_LEVEL = pathMatches("/series/[^/]+/metadata$");

  private final SyntheticStudy small = SyntheticStudies.small();
  private final SyntheticStudy large = SyntheticStudies.large(2, 15, 1);
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(small, large);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 501})
  @Tag("smoke")
  void aLevelThatTheServerDoesNotHaveIsSaidOnceAndTheDumpIsComplete(int status) throws Exception {
    server.when(INSTANCE_LEVEL).reply(Replies.status(status, "text/plain", "no such route"));

    Dump dump = Dump.of(server, large, output, "-i");

    assertThat(dump.exitCode()).as(dump.result().toString()).isZero();
    assertThat(server.requests(INSTANCE_LEVEL)).hasSize(10);
    JsonNode summary = dump.folder().summary();
    assertThat(summary.at("/dump/unsupportedLevels").toString())
        .isEqualTo("[\"instance-metadata\"]");
    assertThat(summary.at("/dump/resources/instance-metadata/unsupported").intValue())
        .isEqualTo(30);
    assertThat(summary.at("/dump/resources/frame/complete").intValue()).isEqualTo(30);
    assertThat(summary.at("/dump/resources/instance/complete").intValue()).isEqualTo(30);
    assertThat(summary.at("/dump/missing")).isEmpty();
    String first = Expected.metadata(large.instances().get(0).path()).file();
    assertThat(dump.folder().record(first).at("/_dicomweb/outcome").textValue())
        .isEqualTo("unsupported");
    assertThat(dump.result().stdout().lines().filter(line -> line.contains("instance-metadata")))
        .hasSize(1);
    assertThat(new Schemas().errors(dump.folder())).isEmpty();
  }

  @Test
  void oneThatIsMissingAmongOthersThatAnswerIsAFailure() throws Exception {
    Expected one = Expected.metadata(large.instances().get(3).path());
    server.when(path(one.path())).reply(Replies.status(404));

    Dump dump = Dump.of(server, large, output);

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().record(one.file()).at("/_dicomweb/outcome").textValue())
        .isEqualTo("failed");
    assertThat(dump.folder().summary().at("/dump/unsupportedLevels")).isEmpty();
    assertThat(dump.folder().summary().at("/dump/resources/frame/complete").intValue())
        .isEqualTo(30);
  }

  @Test
  void fewerThanTenRefusalsOfALevelAreFailures() throws Exception {
    server.when(INSTANCE_LEVEL).reply(Replies.status(404));

    Dump dump = Dump.of(server, small, output);

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().summary().at("/dump/resources/instance-metadata/failed").intValue())
        .isEqualTo(8);
    assertThat(dump.folder().summary().at("/dump/resources/frame/complete").intValue())
        .isEqualTo(12);
  }

  @Test
  void whereSeriesMetadataIsMissingTheStudysStandsIn() throws Exception {
    server.when(SERIES_LEVEL).reply(Replies.status(404));

    Dump dump = Dump.of(server, small, output, "-i");

    assertThat(dump.exitCode()).isEqualTo(3);
    JsonNode summary = dump.folder().summary();
    assertThat(summary.at("/dump/resources/series-metadata/failed").intValue()).isEqualTo(3);
    assertThat(summary.at("/dump/resources/instance-metadata/complete").intValue()).isEqualTo(8);
    assertThat(summary.at("/dump/resources/frame/complete").intValue()).isEqualTo(12);
    assertThat(summary.at("/dump/resources/instance/complete").intValue()).isEqualTo(8);
    assertThat(server.requests()).hasSameSizeAs(Expected.of(small));
  }

  @Test
  void metadataThatBreaksOffUnderStatus200IsIncompleteAndTheLevelAboveStandsIn() throws Exception {
    Expected series = Expected.metadata(small.series().get(0).path());
    server.when(path(series.path())).reply(Faults.endAfter(700));

    Dump dump = Dump.of(server, small, output, "-r", "0");

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().record(series.file()).at("/_dicomweb/outcome").textValue())
        .isIn("incomplete", "failed");
    assertThat(dump.folder().has(series.file())).isFalse();
    assertThat(dump.folder().summary().at("/dump/resources/frame/complete").intValue())
        .isEqualTo(12);
  }

  @Test
  void anInstanceThatNoNameCanBeMadeOfIsAFailureOfItsOwn() throws Exception {
    String bad = small.instances().get(1).uid();
    server
        .when(RequestMatch.metadata())
        .reply(Replies.normal().body(bytes -> text(bytes).replace(bad, "../evil").getBytes(UTF_8)));

    Dump dump = Dump.of(server, small, output, "-i");

    assertThat(dump.exitCode()).isEqualTo(3);
    assertThat(dump.folder().summary().at("/dump/missing/0/problem/kind").textValue())
        .isEqualTo("uid");
    assertThat(dump.folder().files()).noneMatch(file -> file.contains("evil"));
    assertThat(server.requests()).noneMatch(request -> request.target().contains("evil"));
    assertThat(dump.folder().summary().at("/dump/resources/instance/complete").intValue())
        .isEqualTo(7);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
