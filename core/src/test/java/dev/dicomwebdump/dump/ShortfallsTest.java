package dev.dicomwebdump.dump;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathMatches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of what a run did not get. */
class ShortfallsTest {

  private static final SyntheticStudy STUDY = SyntheticStudies.small();

  private final FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY);
  @TempDir Path temporary;
  private Path folder = Path.of("");
  private Path list = Path.of("");

  @BeforeEach
  void nameFiles() {
    folder = temporary.resolve("dump");
    list = temporary.resolve("failed.jsonl");
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void isEmptyWhenNothingIsMissing() throws Exception {
    Files.writeString(list, "of an earlier run");

    dump(request());

    assertThat(list).isEmptyFile();
    assertThat(temporary.resolve("failed.jsonl.tmp")).doesNotExist();
  }

  @Test
  void namesEachFailureWithItsReason() throws Exception {
    server.when(pathEndsWith("2.999.1.1.3/frames/2")).reply(Replies.status(404));
    server.when(pathEndsWith("2.999.1.2.1/frames/1")).reply(Faults.cutAfter(10));

    dump(request());

    assertThat(lines())
        .containsExactlyInAnyOrder(
            "frame 2.999.1.1.3 2 failed status 404",
            "frame 2.999.1.2.1 1 incomplete truncated 200");
    assertThat(Files.readAllLines(list)).allMatch(line -> line.contains("\"below\":false"));
  }

  @Test
  void namesAStudyThatIsNotThereWithAllBelowIt() throws Exception {
    server.when(any()).reply(Replies.status(404));

    dump(request());

    assertThat(lines())
        .containsExactly(
            "qido-series - - failed status 404", "study-metadata - - failed status 404 below");
  }

  @Test
  void namesWhatIsPendingByWhatIsKnownOfIt() throws Exception {
    server
        .when(pathMatches("2.999.1.2.2/frames/2$"))
        .reply(Replies.status(429).header("Retry-After", "9999"));

    dump(
        request()
            .studies(List.of(new Uid("2.999.7")))
            .selection(Selection.PLAIN.with(Content.INSTANCES)));

    assertThat(lines())
        .containsExactly(
            "frame 2.999.1.2.2 2 pending - 0",
            "frame 2.999.1.2.2 3-4 pending - 0",
            "instance 2.999.1.2.2 - pending - 0",
            "instance-metadata 2.999.1.2.3 - pending - 0 below",
            "series-metadata - - pending - 0 below",
            "study-metadata - - pending - 0 below");
  }

  @Test
  void namesWhatAnAbortLeaves() throws Exception {
    server.when(pathEndsWith("2.999.1.3/metadata")).reply(Replies.status(404));

    dump(request().abort(true));

    assertThat(lines())
        .containsExactly(
            "series-metadata - - failed status 404",
            "instance-metadata 2.999.1.3.1 - pending - 0 below",
            "instance-metadata 2.999.1.3.2 - pending - 0 below");
  }

  /** The list has no limit: what it does not name is not asked for by who goes by it. */
  @Test
  void namesFramesThatAreGivenUp() throws Exception {
    SyntheticStudy wide = SyntheticStudies.large(1, 1, 2003);
    try (FakeDicomWebServer other = FakeDicomWebServer.serving(wide)) {
      other.when(frames()).reply(Replies.status(404));

      dump(
          new DumpRequestBuilder(DicomWebRoot.parse(other.rootUrl()), folder)
              .studies(List.of(new Uid(wide.uid())))
              .failed(list));

      assertThat(lines())
          .hasSize(2001)
          .contains("frame 2.999.2.1.1 2000 failed status 404")
          .endsWith("frame 2.999.2.1.1 2001-2003 failed status 0");
    }
  }

  @Test
  void whatIsRecordedAndWhatIsListedAreAllThatThereIs() throws Exception {
    server.when(any()).after(13).reply(Faults.reset());

    dump(request().concurrency(4).outage(Duration.ofSeconds(1)));

    long pending = 0;
    for (JsonNode line : json()) {
      pending += resourcesOf(line);
    }
    assertThat(pending).isEqualTo(1 + 3 + 8 + 12 + 1 - 13);
  }

  /** The frames of an instance, and its values that are no pixel data. */
  private static long below(SyntheticInstance instance) {
    return instance.numberOfFrames()
        + instance.bulkData().keySet().stream().filter(tag -> !tag.startsWith("7FE0")).count();
  }

  /** How many resources a line stands for; here nothing fails but what is pending. */
  private static long resourcesOf(JsonNode line) {
    assertThat(line.get("outcome").asText()).isEqualTo("pending");
    if (!line.get("frames").isNull()) {
      String range = line.get("frames").asText();
      int dash = range.indexOf('-');
      return dash < 0
          ? 1
          : 1
              + Long.parseLong(range.substring(dash + 1))
              - Long.parseLong(range.substring(0, dash));
    }
    return switch (line.get("kind").asText()) {
      case "series-metadata" ->
          1
              + STUDY.instances().stream()
                  .filter(one -> one.seriesUid().equals(line.get("series").asText()))
                  .mapToLong(one -> 1 + below(one))
                  .sum();
      case "instance-metadata" ->
          1
              + STUDY.instances().stream()
                  .filter(one -> one.uid().equals(line.get("instance").asText()))
                  .mapToLong(ShortfallsTest::below)
                  .sum();
      case "bulkdata" -> 1;
      default -> throw new AssertionError(line);
    };
  }

  @Test
  void aFileThatCannotBeWrittenIsToldBeforeAnythingIsAskedFor() {
    list = temporary.resolve("no/such/folder/list");

    assertThatThrownBy(() -> dump(request())).isInstanceOf(OutputException.class);
    assertThat(server.requests()).isEmpty();
  }

  private DumpRequestBuilder request() {
    return new DumpRequestBuilder(DicomWebRoot.parse(server.rootUrl()), folder)
        .studies(List.of(new Uid(STUDY.uid())))
        .retries(0)
        .failed(list);
  }

  private static void dump(DumpRequestBuilder request) throws InterruptedException {
    new DicomwebDump(request.build(), EventListener.NONE, warning -> {}).run();
  }

  /** Kind, instance, frames, outcome, kind of problem, status, and whether all below is missing. */
  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (JsonNode json : json()) {
      String problem = json.at("/problem/kind").asText();
      lines.add(
          "%s %s %s %s %s %d%s"
              .formatted(
                  json.get("kind").asText(),
                  orDash(json.get("instance")),
                  orDash(json.get("frames")),
                  json.get("outcome").asText(),
                  problem.isEmpty() ? "-" : problem,
                  json.get("status").asInt(),
                  json.get("below").asBoolean() ? " below" : ""));
    }
    return lines;
  }

  private List<JsonNode> json() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      all.add(new ObjectMapper().readTree(line));
    }
    return all;
  }

  private static String orDash(JsonNode text) {
    return text.isNull() ? "-" : text.asText();
  }
}
