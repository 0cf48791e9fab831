package dev.dicomwebdump.replay;

import static dev.dicomwebdump.replay.Recorded.IMAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dump that is not finished, or damaged, is served as far as it goes, in clear words. */
class DamagedDumpTest {

  private static final String FOLDER = "2.999.1/series/2.999.1.1/instances/2.999.1.1.1";
  private static final String METADATA = FOLDER + "/metadata.dump.json";

  private final Client client = new Client(HttpClient.Version.HTTP_1_1);
  private final List<String> warnings = new CopyOnWriteArrayList<>();
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

    try (ReplayServer server =
        ReplayServer.start(ReplaySettings.of(folder).withExact(exact), warning -> {})) {
      assertIsTold(server, "the dump lacks this file");
      assertThat(client.get(server.rootUrl() + IMAGE + "/frames/1", "*/*").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aBodyThatHasLostBytesIsTold() throws Exception {
    Path body = folder.resolve(FOLDER + "/frames/1");
    Files.write(body, Arrays.copyOf(Files.readAllBytes(body), 40));

    try (ReplayServer server = start()) {
      HttpResponse<byte[]> response = client.get(server.rootUrl() + IMAGE + "/frames/1", "*/*");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(new String(response.body(), UTF_8)).contains("has lost bytes");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.999.1/metadata.dump.json", "2.999.1/qido/series.1.dump.json"})
  void aDamagedRecordIsSaidOnceAndDoesNotHideTheOthers(String record) throws Exception {
    Files.writeString(folder.resolve(record), "");

    try (ReplayServer server = start()) {
      assertThat(server.rootUrl()).endsWith("/dicom-web");
      assertThat(client.get(server.rootUrl() + IMAGE + "/frames/1", "*/*").statusCode())
          .isEqualTo(200);
      for (int again = 0; again < 2; again++) {
        assertThat(client.get(server.rootUrl() + "/studies/2.999.1/series", "*/*").statusCode())
            .isEqualTo(200);
      }
    }
    assertThat(warnings).containsExactly(record + " is no record: it is not a JSON object");
  }

  static Stream<Arguments> recordsThatAreNone() {
    return Stream.of(
        Arguments.of("[]", "is no record: it is not a JSON object"),
        Arguments.of("{\"half\":", "is no record: it is not JSON: "),
        Arguments.of(
            "{\"_dicomweb\":{\"version\":2}}", "is no record: _dicomweb.version is not 1"));
  }

  @ParameterizedTest
  @MethodSource("recordsThatAreNone")
  void whatIsNoRecordIsSaidAndAnsweredWith500(String content, String why) throws Exception {
    Files.writeString(folder.resolve(METADATA), content);

    assertIsUnread(why);
  }

  @Test
  void aRecordThatIsTooLargeIsSaidAndAnsweredWith500() throws Exception {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve(METADATA).toFile(), "rw")) {
      file.setLength((128L << 20) + 1);
    }

    assertIsUnread("is no record: it is too large: more than 128 MB");
  }

  @Test
  void aRecordThatIsALinkIsSaidAndAnsweredWith500(@TempDir Path elsewhere) throws Exception {
    Path moved = Files.move(folder.resolve(METADATA), elsewhere.resolve("record"));
    Files.createSymbolicLink(folder.resolve(METADATA), moved);

    assertIsUnread("cannot be read: ");
  }

  @Test
  void aRecordBehindALinkIsSaidAndAnsweredWith500(@TempDir Path elsewhere) throws Exception {
    Path moved = Files.move(folder.resolve(FOLDER), elsewhere.resolve("instance"));
    Files.createSymbolicLink(folder.resolve(FOLDER), moved);

    assertIsUnread("cannot be read: a link is not followed");
  }

  private void assertIsUnread(String why) throws Exception {
    try (ReplayServer server = start()) {
      assertIsTold(server, METADATA + " " + why);
    }
    assertThat(warnings).hasSize(1).allMatch(line -> line.startsWith(METADATA + " " + why));
  }

  @Test
  void aStudyBehindALinkIsSaidAndNotServed(@TempDir Path elsewhere) throws Exception {
    Path moved = Files.move(folder.resolve("2.999.1"), elsewhere.resolve("2.999.1"));
    Files.createSymbolicLink(folder.resolve("2.999.1"), moved);

    assertThatThrownBy(this::start).isInstanceOf(NoDumpException.class);

    assertThat(warnings).containsExactly("2.999.1 cannot be read: a link is not followed");
  }

  @Test
  void aStudyThatIsShutIsSaidAndTheOthersAreServed() throws Exception {
    Path closed = Files.createDirectory(folder.resolve("2.999.2"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(closed), "root may read anywhere");
      start().close();

      assertThat(warnings).hasSize(1).allMatch(line -> line.startsWith("2.999.2 cannot be read: "));
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void ofVeryManyTheFirstAreSaid() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".dump.json")).toList()) {
        Files.writeString(file, "");
      }
    }

    start().close();

    assertThat(warnings).hasSize(21).endsWith("if more cannot be read, it is not said");
  }

  @Test
  void strangersDoNotMatter() throws Exception {
    Files.createDirectory(folder.resolve("9.9.9"));
    Files.writeString(folder.resolve("2.999.7"), "a file");
    Files.writeString(folder.resolve(FOLDER + "/frames/2"), "a body without a record");
    Files.writeString(folder.resolve(FOLDER + "/frames/3.dump.json.tmp"), "{");

    try (ReplayServer server = start()) {
      String listing = new String(client.get(server.rootUrl(), "application/json").body(), UTF_8);
      assertThat(listing).doesNotContain("9.9.9", "2.999.7");
      assertThat(client.get(server.rootUrl() + IMAGE + "/frames/2", "*/*").statusCode())
          .isEqualTo(404);
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void aRunThatHasNotEndedIsTold() throws Exception {
    try (ReplayServer server = start()) {
      assertThat(server.isUnfinished()).isFalse();
      Files.writeString(folder.resolve("_dump/lock"), "running\n");
      assertThat(server.isUnfinished()).isTrue();
    }
  }

  private ReplayServer start() throws NoDumpException, IOException {
    return ReplayServer.start(ReplaySettings.of(folder), warnings::add);
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
