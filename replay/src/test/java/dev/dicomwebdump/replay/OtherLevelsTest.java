package dev.dicomwebdump.replay;

import static dev.dicomwebdump.replay.Recorded.IMAGE;
import static dev.dicomwebdump.replay.Recorded.SERIES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.dump.Content;
import dev.dicomwebdump.dump.Selection;
import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.replay.capture.Answer;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A level that was not captured is answered from those that were. */
class OtherLevelsTest {

  private static final String STUDY = "/studies/2.999.1";
  private static final String JSON = "application/dicom+json";
  private static final String FILES = "multipart/related; type=\"application/dicom\"";

  private final Client client = new Client(HttpClient.Version.HTTP_1_1);
  @TempDir private Path folder;

  @BeforeEach
  void dump() {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(Recorded.STUDY)) {
      Selection selection = Selection.PLAIN.with(Content.STUDY_INSTANCES);
      Recorded.dump(server, folder, Keep.BODY, 0, selection);
    }
  }

  @ParameterizedTest
  @CsvSource({STUDY + ", 8", SERIES + ", 3"})
  void metadataOfInstancesIsThatOfTheirSeriesAndStudy(String level, int instances)
      throws Exception {
    String expected = metadataBelow(level);
    forget(STUDY);
    forget(STUDY + "/series/2.999.1.1");
    forget(STUDY + "/series/2.999.1.3");

    HttpResponse<byte[]> response = ask(level + "/metadata", JSON);

    assertThat(response.headers().firstValue(Answer.MARK)).hasValue("derived");
    assertThat(new String(response.body(), UTF_8)).isEqualTo(expected);
    assertThat(expected.split("\"00080018\"", -1)).hasSize(instances + 1);
  }

  @Test
  void metadataIsNotMadeOfSomeOfWhatItNeeds() throws Exception {
    forget(STUDY);
    forget(STUDY + "/series/2.999.1.1");
    forget(IMAGE);

    assertThat(ask(STUDY + "/metadata", JSON).statusCode()).isEqualTo(404);
    assertThat(ask(SERIES + "/metadata", JSON).statusCode()).isEqualTo(404);
    assertThat(ask(IMAGE + "/metadata", JSON).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource(value = Keep.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aFileIsCutOutOfThoseOfItsStudy(Keep keep, @TempDir Path other) throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(Recorded.STUDY)) {
      Selection selection = Selection.PLAIN.with(Content.STUDY_INSTANCES);
      Recorded.dump(server, other, keep, 0, selection);
    }
    SyntheticInstance instance = Recorded.STUDY.instances().get(1);
    try (ReplayServer server = ReplayServer.start(ReplaySettings.of(other), warning -> {})) {
      String root = server.rootUrl();
      assertThat(client.get(root + instance.path(), "application/dicom").body())
          .isEqualTo(instance.p10());
      assertThat(text(client.get(root + instance.path(), FILES)))
          .contains(new String(instance.p10(), ISO_8859_1));
      assertThat(text(client.get(root + SERIES, FILES)).split("\r\n--dicomweb-dump", -1))
          .hasSize(4);
    }
  }

  /** The documents of the instances below a level as one, in the order of their folders. */
  private String metadataBelow(String level) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(level.substring("/studies/".length())))) {
      List<Path> documents =
          files
              .filter(file -> file.toString().matches(".*/instances/[^/]*/metadata"))
              .sorted()
              .toList();
      StringBuilder all = new StringBuilder();
      for (Path document : documents) {
        String array = Files.readString(document).strip();
        all.append(all.isEmpty() ? "[" : ",").append(array, 1, array.length() - 1);
      }
      return all.append("]").toString();
    }
  }

  private void forget(String level) throws IOException {
    Path metadata = folder.resolve(level.substring("/studies/".length())).resolve("metadata");
    Files.delete(metadata);
    Files.delete(metadata.resolveSibling("metadata.dump.json"));
  }

  private HttpResponse<byte[]> ask(String path, String accept) throws Exception {
    try (ReplayServer server =
        ReplayServer.start(ReplaySettings.of(folder).withExact(true), warning -> {})) {
      return client.get(server.rootUrl() + path, accept);
    }
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), ISO_8859_1);
  }
}
