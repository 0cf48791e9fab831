package dev.dicomwebdump.replay;

import static dev.dicomwebdump.replay.Recorded.IMAGE;
import static dev.dicomwebdump.replay.Recorded.MULTI;
import static dev.dicomwebdump.replay.Recorded.SERIES;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.record.Keep;
import dev.dicomwebdump.replay.capture.Answer;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.io.IOException;
import java.net.BindException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the recorded server answered is answered again, and what can be made of it. */
class ReplayServerTest {

  private static final String FRAMES =
      "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";
  private static final String FILES = "multipart/related; type=\"application/dicom\"";
  private static final String JSON = "application/dicom+json";

  @TempDir private static Path temp;
  private static Recorded recorded;
  private static ReplayServer exact;
  private static ReplayServer rewriting;
  private final Client client = new Client(HttpClient.Version.HTTP_1_1);

  @BeforeAll
  static void serve() throws Exception {
    recorded = new Recorded(temp, Keep.BODY);
    exact = ReplayServer.start(ReplaySettings.of(temp).withExact(true), warning -> {});
    rewriting = ReplayServer.start(ReplaySettings.of(temp), warning -> {});
  }

  @AfterAll
  static void close() {
    exact.close();
    rewriting.close();
    recorded.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/studies/2.999.1/metadata                                | application/dicom+json",
        SERIES + "/metadata                                       | application/dicom+json",
        IMAGE + "/metadata                                        | application/dicom+json",
        IMAGE + "/frames/1                                        | " + FRAMES,
        MULTI + "/frames/1                                        | " + FRAMES,
        MULTI + "/frames/2                                        | " + FRAMES,
        IMAGE + "                                                 | " + FILES,
        IMAGE
            + "                                                 | "
            + FILES
            + "; transfer-syntax=*",
        "/studies/2.999.1/series?limit=1000&includefield=00080060%2C00201209 | application/dicom+json"
      })
  void whatWasRecordedIsAnsweredToTheByte(String path, String accept) throws Exception {
    HttpResponse<byte[]> original = client.get(recorded.server().rootUrl() + path, accept);
    HttpResponse<byte[]> replayed = client.get(exact.rootUrl() + path, accept);

    assertThat(replayed.statusCode()).isEqualTo(original.statusCode());
    assertThat(replayed.body()).isEqualTo(original.body());
    assertThat(replayed.headers().map()).isEqualTo(original.headers().map());
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void bothVersionsOfHttpAreSpoken(HttpClient.Version version) throws Exception {
    HttpResponse<byte[]> response =
        new Client(version).get(exact.rootUrl() + IMAGE + "/metadata", JSON);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.version()).isEqualTo(version);
  }

  @Test
  void aResponseThatWasCutIsCut() {
    assertThatThrownBy(() -> client.get(exact.rootUrl() + MULTI + "/frames/3", FRAMES))
        .isInstanceOf(IOException.class);
  }

  @Test
  void addressesInMetadataLeadToTheReplay() throws Exception {
    HttpResponse<byte[]> response = client.get(rewriting.rootUrl() + IMAGE + "/metadata", JSON);

    assertThat(response.headers().firstValue(Answer.MARK)).hasValue("rewritten");
    assertThat(text(response))
        .contains("\"BulkDataURI\":\"" + rewriting.rootUrl())
        .doesNotContain(recorded.server().rootUrl());
  }

  @Test
  void bulkDataIsFoundAtItsAddress() throws Exception {
    String document = "/studies/2.999.1/series/2.999.1.3/instances/2.999.1.3.2";
    String metadata = text(client.get(rewriting.rootUrl() + document + "/metadata", JSON));
    String url = metadata.replaceFirst("(?s).*\"BulkDataURI\":\"([^\"]*)\".*", "$1");

    HttpResponse<byte[]> value = client.get(url, Client.ANYTHING);

    assertThat(value.statusCode()).as(url).isEqualTo(200);
    assertThat(value.body()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/studies/2.999.1/series/2.999.1.2/instances/2.999.1.2.2/frames/4,2,1 | " + FRAMES,
        "/studies/2.999.1/series/2.999.1.2/instances/2.999.1.2.2/frames/1%2C2 | */*",
        IMAGE + "/frames/1                                       | application/octet-stream",
        "/studies?StudyInstanceUID=2.999.1                       | application/dicom+json",
        "/studies?PatientName=*&limit=1                          | application/dicom+json",
        "/studies/2.999.1/series?Modality=OT                     | application/json",
        SERIES + "/instances?includefield=00080060               | application/dicom+json",
        "/series?Modality=OT                                     | application/dicom+json",
        "/instances?limit=2                                      | application/dicom+json",
        SERIES + "                                               | " + FILES,
        "/studies/2.999.1                                        | " + FILES
      })
  void whatWasNotAskedIsMadeOfWhatWas(String path, String accept) throws Exception {
    HttpResponse<byte[]> response = client.get(exact.rootUrl() + path, accept);

    assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
    assertThat(response.headers().firstValue(Answer.MARK)).hasValue("derived");
    assertThat(response.body()).hasSizeGreaterThan(2);
  }

  @ParameterizedTest
  @CsvSource({
    "/series, 3",
    "/series?Modality=SR, 1",
    "/series?StudyInstanceUID=1.2, 0",
    "/instances, 8",
    "/instances?limit=2&offset=1, 2",
    "/instances?SOPInstanceUID=2.999.1.2.2, 1"
  })
  void searchesInAllStudiesTellOfTheStudiesToo(String path, int entries) throws Exception {
    String found = text(client.get(exact.rootUrl() + path, JSON));

    assertThat(found.split("\\Q\"00100020\":{\"vr\":\"LO\",\"Value\":[\"TESTKIT\"]}", -1))
        .as(found)
        .hasSize(entries + 1);
  }

  @Test
  void filesOfASeriesAreThoseOfItsInstances() throws Exception {
    HttpResponse<byte[]> original = client.get(recorded.server().rootUrl() + SERIES, FILES);
    HttpResponse<byte[]> replayed = client.get(exact.rootUrl() + SERIES, FILES);

    assertThat(payloads(replayed)).hasSize(3).isEqualTo(payloads(original));
  }

  private static List<String> payloads(HttpResponse<byte[]> response) {
    String multipart = new String(response.body(), ISO_8859_1);
    String boundary = multipart.substring(0, multipart.indexOf("\r\n"));
    return Arrays.stream(multipart.split(Pattern.quote(boundary), -1))
        .filter(part -> part.contains("\r\n\r\n"))
        .map(part -> part.substring(part.indexOf("\r\n\r\n")))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | GET  | /studies/1.2.3/metadata                         | */*",
        "404 | GET  | /studies/2.999.1/elsewhere                      | */*",
        "404 | GET  | /studies?Colour=red                             | */*",
        "406 | GET  | /studies/2.999.1/metadata                       | image/png",
        "406 | GET  | " + IMAGE + "/frames/1                          | image/jpeg",
        "406 | GET | /studies/2.999.1/series/2.999.1.2/instances/2.999.1.2.2/frames/4,2 | image/jpeg",
        "404 | GET  | " + MULTI + "/frames/99,1                       | image/jpeg",
        "406 | GET  | " + SERIES + "                                  | image/jpeg",
        "405 | POST | /studies                                        | */*"
      })
  void whatIsNotHeldIsToldSo(int status, String method, String path, String accept)
      throws Exception {
    HttpResponse<byte[]> response = client.send(method, exact.rootUrl() + path, accept);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(text(response)).startsWith("{\"error\":\"");
  }

  @Test
  void aPortThatIsTakenIsToldWithTheReason() {
    ReplaySettings given = ReplaySettings.of(temp);
    ReplaySettings taken =
        new ReplaySettings(
            temp, given.host(), exact.port(), true, Pace.NONE, FaultPlan.NONE, null, null);

    assertThatThrownBy(() -> ReplayServer.start(taken, warning -> {}))
        .isInstanceOf(IOException.class)
        .hasCauseInstanceOf(BindException.class)
        .hasMessageStartingWith("no listening at 127.0.0.1 port " + exact.port() + ": ");
  }

  @Test
  void headHasTheLengthAndNoBody() throws Exception {
    String url = exact.rootUrl() + IMAGE + "/frames/1";
    HttpResponse<byte[]> whole = client.get(url, FRAMES);
    HttpResponse<byte[]> head = client.send("HEAD", url, FRAMES);

    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length"))
        .hasValue(Integer.toString(whole.body().length));
  }

  @ParameterizedTest
  @CsvSource({"bytes=2-4, 206, 2, 5", "bytes=-3, 206, -3, 0", "bytes=9999999-, 416, 0, 0"})
  void aRangeIsAPart(String range, int status, int from, int to) throws Exception {
    String url = exact.rootUrl() + IMAGE + "/frames/1";
    byte[] whole = client.get(url, FRAMES).body();
    HttpResponse<byte[]> part = client.get(url, FRAMES, "Range", range);
    int first = from < 0 ? whole.length + from : from;
    int end = from < 0 ? whole.length : to;

    assertThat(part.statusCode()).isEqualTo(status);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
  }

  @Test
  void pagesMayReadAndAskBefore() throws Exception {
    String url = exact.rootUrl() + IMAGE + "/frames/1";
    HttpResponse<byte[]> read = client.get(url, FRAMES, "Origin", "http://viewer.example");
    HttpResponse<byte[]> before =
        client.send("OPTIONS", url, FRAMES, "Origin", "http://viewer.example");

    assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(before.statusCode()).isEqualTo(204);
    assertThat(before.headers().firstValue("Access-Control-Allow-Methods"))
        .hasValue("GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({"text/html, <!doctype html>", "application/json, '{\"roots\":['"})
  void whatThereIsIsListed(String accept, String beginning) throws Exception {
    String listing = text(client.get(exact.rootUrl() + "/", accept));

    assertThat(listing).startsWith(beginning).contains("2.999.1");
  }

  @Test
  void partsAreServedAsTheBodyThatTheyWere(@TempDir Path folder) throws Exception {
    try (Recorded parts = new Recorded(folder, Keep.PARTS);
        ReplayServer server =
            ReplayServer.start(ReplaySettings.of(folder).withExact(true), warning -> {})) {
      String frame = IMAGE + "/frames/1";
      assertThat(client.get(server.rootUrl() + frame, FRAMES).body())
          .isEqualTo(client.get(parts.server().rootUrl() + frame, FRAMES).body());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "frames: status=503 every=2, 200 503 200 503",
    "all: status=500 first=1, 500 200 200 200",
    "metadata: status=500, 200 200 200 200"
  })
  void faultsComeWhenTheyShould(String rule, String expected) throws Exception {
    StringBuilder statuses = new StringBuilder();
    try (ReplayServer server = withFault(rule)) {
      for (int i = 0; i < 4; i++) {
        String url = server.rootUrl() + IMAGE + "/frames/1";
        statuses.append(' ').append(client.get(url, FRAMES).statusCode());
      }
    }
    assertThat(statuses.substring(1)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"all: cut", "all: reset", "all: stall=1ms", "all: length=5"})
  void brokenResponsesBreak(String rule) throws Exception {
    try (ReplayServer server = withFault(rule)) {
      String url = server.rootUrl() + IMAGE + "/frames/1";
      assertThatThrownBy(() -> client.get(url, FRAMES)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void chanceIsTheSameForTheSameSeed() throws Exception {
    assertThat(statusesOf(7)).isEqualTo(statusesOf(7)).isNotEqualTo(statusesOf(8));
  }

  private String statusesOf(long seed) throws Exception {
    StringBuilder statuses = new StringBuilder();
    FaultPlan plan = FaultPlan.parse(List.of("frames: status=503 rate=0.5"), seed);
    try (ReplayServer server =
        ReplayServer.start(ReplaySettings.of(temp).withFaults(plan), warning -> {})) {
      for (int i = 0; i < 32; i++) {
        String url = server.rootUrl() + IMAGE + "/frames/1";
        statuses.append(client.get(url, FRAMES).statusCode());
      }
    }
    return statuses.toString();
  }

  @Test
  void exactlyWhatFailedAtFirstFailsAtFirst(@TempDir Path folder) throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(Recorded.STUDY)) {
      server
          .when(RequestMatch.pathEndsWith(IMAGE + "/frames/1"))
          .reply(Replies.status(503))
          .times(1);
      Recorded.dump(server, folder, Keep.BODY, 1);
    }
    StringBuilder statuses = new StringBuilder();
    try (ReplayServer again =
            ReplayServer.start(ReplaySettings.of(folder).withExact(true), warning -> {});
        ReplayServer lenient = ReplayServer.start(ReplaySettings.of(folder), warning -> {})) {
      for (ReplayServer server : List.of(again, again, again, lenient)) {
        HttpResponse<byte[]> frame = client.get(server.rootUrl() + IMAGE + "/frames/1", FRAMES);
        statuses.append(' ').append(frame.statusCode());
      }
    }
    assertThat(statuses).hasToString(" 503 200 503 200");
  }

  @Test
  void aPaceStillAnswers() throws Exception {
    ReplaySettings paced =
        ReplaySettings.of(temp).withPace(Pace.parse("recorded", Duration.ofMillis(1)));
    try (ReplayServer server = ReplayServer.start(paced, warning -> {})) {
      String url = server.rootUrl() + IMAGE + "/frames/1";
      assertThat(client.get(url, FRAMES).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aFolderWithoutStudiesIsRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> ReplayServer.start(ReplaySettings.of(empty), warning -> {}))
        .isInstanceOf(NoDumpException.class);
    assertThatThrownBy(
            () -> ReplayServer.start(ReplaySettings.of(empty.resolve("absent")), warning -> {}))
        .isInstanceOf(NoDumpException.class);
  }

  private static ReplayServer withFault(String rule) throws Exception {
    return ReplayServer.start(
        ReplaySettings.of(temp).withFaults(FaultPlan.parse(List.of(rule), 1)), warning -> {});
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }
}
