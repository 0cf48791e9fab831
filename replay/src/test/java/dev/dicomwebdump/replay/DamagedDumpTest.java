package dev.dicomwebdump.replay;

import static dev.dicomwebdump.replay.Recorded.IMAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dump that is not finished, or damaged, is served as far as it goes, in clear words. */
class DamagedDumpTest {

  private static final String FOLDER = "2.999.1/series/2.999.1.1/instances/2.999.1.1.1";

  private final Client client = new Client(HttpClient.Version.HTTP_1_1);
  @TempDir private Path folder;

  @BeforeEach
  void dump() {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(Recorded.STUDY)) {
      Recorded.dump(server, folder, Keep.BODY, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBodyThatIsGoneIsTold(boolean exact) throws Exception {
    Files.delete(folder.resolve(FOLDER + "/metadata"));

    try (ReplayServer server = ReplayServer.start(ReplaySettings.of(folder).withExact(exact))) {
      assertIsTold(server, "the dump lacks this file");
      assertThat(client.get(server.rootUrl() + IMAGE + "/frames/1", "*/*").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aRecordThatIsNoneIsTold() throws Exception {
    Files.writeString(folder.resolve(FOLDER + "/metadata.dump.json"), "{\"half\":");

    try (ReplayServer server = ReplayServer.start(ReplaySettings.of(folder))) {
      assertIsTold(server, FOLDER + "/metadata.dump.json is no record");
    }
  }

  @Test
  void aBodyThatHasLostBytesIsTold() throws Exception {
    Path body = folder.resolve(FOLDER + "/frames/1");
    Files.write(body, Arrays.copyOf(Files.readAllBytes(body), 40));

    try (ReplayServer server = ReplayServer.start(ReplaySettings.of(folder))) {
      HttpResponse<byte[]> response = client.get(server.rootUrl() + IMAGE + "/frames/1", "*/*");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(new String(response.body(), UTF_8)).contains("has lost bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.999.1/metadata.dump.json", "2.999.1/qido/series.1.dump.json"})
  void aDamagedRecordDoesNotHideTheOthers(String record) throws Exception {
    Files.writeString(folder.resolve(record), "");

    try (ReplayServer server = ReplayServer.start(ReplaySettings.of(folder))) {
      assertThat(server.rootUrl()).endsWith("/dicom-web");
      assertThat(client.get(server.rootUrl() + IMAGE + "/frames/1", "*/*").statusCode())
          .isEqualTo(200);
      assertThat(client.get(server.rootUrl() + "/studies/2.999.1/series", "*/*").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void strangersDoNotMatter() throws Exception {
    Files.createDirectory(folder.resolve("9.9.9"));
    Files.writeString(folder.resolve("2.999.7"), "a file");
    Files.writeString(folder.resolve(FOLDER + "/frames/2"), "a body without a record");
    Files.writeString(folder.resolve(FOLDER + "/frames/3.dump.json.tmp"), "{");

    try (ReplayServer server = ReplayServer.start(ReplaySettings.of(folder))) {
      String listing = new String(client.get(server.rootUrl(), "application/json").body(), UTF_8);
      assertThat(listing).doesNotContain("9.9.9", "2.999.7");
      assertThat(client.get(server.rootUrl() + IMAGE + "/frames/2", "*/*").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void aRunThatHasNotEndedIsTold() throws Exception {
    try (ReplayServer server = ReplayServer.start(ReplaySettings.of(folder))) {
      assertThat(server.isUnfinished()).isFalse();
      Files.writeString(folder.resolve("_dump/lock"), "running\n");
      assertThat(server.isUnfinished()).isTrue();
    }
  }

  private void assertIsTold(ReplayServer server, String what) throws Exception {
    HttpResponse<byte[]> response =
        client.get(server.rootUrl() + IMAGE + "/metadata", "application/dicom+json");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(new String(response.body(), UTF_8))
        .startsWith("{\"error\":\"the dump cannot be read: ")
        .contains(what);
  }
}
