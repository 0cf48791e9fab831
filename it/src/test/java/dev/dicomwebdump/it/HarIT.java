package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.any;
import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dumps that are written as a HAR log, too. */
class HarIT {
  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path temp;

  @AfterEach
  void close() {
    server.close();
  }

  private Program.Result dump(String... options) throws IOException, InterruptedException {
    return Dump.invocation(server.rootUrl(), study.uid(), temp.resolve("out")).and(options).run();
  }

  private String log() {
    return temp.resolve("log.har").toString();
  }

  private List<JsonNode> entries() throws IOException {
    assertThat(temp.resolve("log.har.tmp")).doesNotExist();
    return entries(Files.readString(temp.resolve("log.har")));
  }

  private static List<JsonNode> entries(String log) throws IOException {
    assertThat(Schemas.harErrors(log)).isEmpty();
    return new ObjectMapper().readTree(log).at("/log/entries").valueStream().toList();
  }

  @Test
  @Tag("smoke")
  void everyExchangeIsInTheLogAndNoSecret() throws Exception {
    server.when(pathEndsWith("2.999.1.1.3/frames/2")).times(1).reply(Replies.status(503));
    server
        .when(pathEndsWith("2.999.1.1.3/frames/1"))
        .times(1)
        .reply(Replies.redirect(302, server.rootUrl() + "/studies/2.999.1/moved?token=S3CR3T"));
    server.acceptOnly(pathEndsWith("1.1.1/metadata"), accept -> accept.equals("*/*"), 406);

    Program.Result result = dump("--har", log(), "-z", "Bearer S3CR3T", "-c", "4");

    assertThat(result.stderr())
        .isEqualTo(
            "dicomweb-dump: the dump is not complete; see "
                + temp.resolve("out/_dump/summary.json")
                + System.lineSeparator());
    assertThat(entries()).hasSameSizeAs(server.requests());
    assertThat(entries())
        .extracting(entry -> entry.at("/response/status").intValue())
        .contains(200, 302, 404, 406, 503);
    assertThat(entries()).noneMatch(entry -> entry.at("/_dicomweb/body").has("text"));
    assertThat(temp.resolve("log.har")).content().doesNotContain("S3CR3T");
  }

  @Test
  void bodiesAreInTheLogWhereTheyAreWanted() throws Exception {
    assertThat(dump("--har", log(), "--har-bodies", "-i", "--keep", "parts").exitCode()).isZero();

    DumpFolder folder = new DumpFolder(temp.resolve("out"));
    JsonNode metadata = entryOf("study-metadata");
    assertThat(metadata.at("/response/content/text").textValue())
        .isEqualTo(new String(folder.bytes("2.999.1/metadata"), UTF_8));
    JsonNode instance = entryOf("instance");
    byte[] body = Base64.getDecoder().decode(instance.at("/response/content/text").textValue());
    assertThat(instance.at("/response/content/encoding").textValue()).isEqualTo("base64");
    assertThat(Digests.sha256(body)).isEqualTo(instance.at("/_dicomweb/body/sha256").textValue());
  }

  private JsonNode entryOf(String kind) throws IOException {
    return entries().stream()
        .filter(entry -> Objects.equals(entry.at("/_dicomweb/resource/kind").textValue(), kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLogOnStdoutIsAllThatIsThere() throws Exception {
    Program.Result result = dump("--har", "-");

    assertThat(result.exitCode()).isZero();
    assertThat(entries(result.stdout())).hasSameSizeAs(server.requests());
    assertThat(result.stderr()).contains("study 2.999.1: complete");
  }

  @Test
  void whatAnEarlierRunHadIsInTheLogToo() throws Exception {
    dump();
    dump("--har", log());

    assertThat(entries()).hasSameSizeAs(server.requests());
  }

  @Test
  void aLogThatCannotBeWrittenIsToldBeforeAnythingIsAskedFor() throws Exception {
    Program.Result result = dump("--har", temp.resolve("none/log.har").toString());

    assertThat(result.exitCode()).isEqualTo(5);
    assertThat(result.stderr()).hasLineCount(1).contains("none/log.har");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void whatWasRefusedIsInTheLog() throws Exception {
    server.when(any()).reply(Replies.status(401));

    assertThat(dump("--har", log()).exitCode()).isEqualTo(6);

    assertThat(entries())
        .singleElement()
        .matches(entry -> entry.at("/response/status").intValue() == 401);
  }

  @Test
  void aFailureIsInTheLogAndKeepsItsExitCode() throws Exception {
    server.when(frames()).reply(Replies.status(404, "text/plain", "gone"));

    assertThat(dump("--har", log(), "--har-bodies").exitCode()).isEqualTo(3);

    assertThat(entryOf("frame").at("/response/content/text").textValue()).isEqualTo("gone");
  }

  @ParameterizedTest
  @CsvSource({
    "'--har - --json', stdout",
    "--har-bodies, --har",
    "'--har OUT/log.har', out of the output folder",
    "'--har OUT/_dump/log.har', out of the output folder"
  })
  void wrongUsageIsToldInOneLine(String options, String told) throws Exception {
    String given = options.replace("OUT", temp.resolve("out").toString());

    Program.Result result = dump(given.split(" "));

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.stderr()).hasLineCount(1).contains(told);
    assertThat(server.requests()).isEmpty();
  }
}
