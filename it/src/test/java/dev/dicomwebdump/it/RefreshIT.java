package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.header;
import static dev.dicomwebdump.testkit.server.RequestMatch.metadata;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.ReceivedRequest;
import dev.dicomwebdump.testkit.server.Replies;
import dev.dicomwebdump.testkit.server.RequestMatch;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --refresh}: metadata is asked for again, and nothing that was had is lost. */
class RefreshIT {
  private static final String ETAG = "W/\"first, of \\all\"";

  private final SyntheticStudy study = SyntheticStudies.large(1, 2, 1);
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  private final RequestMatch ofStudy = path(study.path() + "/metadata");
  private final String seriesPath = study.series().get(0).path();
  private final RequestMatch ofSeries = path(seriesPath + "/metadata");
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whatTheServerHasNotChangedStays() throws Exception {
    server
        .when(ofStudy.and(header("If-None-Match", ETAG::equals)))
        .reply(Replies.status(304).header("ETag", ETAG));
    server.when(ofStudy).reply(Replies.normal().header("ETag", ETAG));
    Map<String, String> before = contents(dump(0));
    server.clearRequests();

    DumpFolder after = dump(0, "--refresh");

    assertThat(contents(after)).isEqualTo(before);
    assertThat(server.requests()).hasSize(4).allMatch(metadata()::matches);
    assertThat(server.requests(ofStudy))
        .extracting(request -> request.header("If-None-Match"))
        .containsExactly(ETAG);
    assertThat(server.requests(ofStudy.negate()))
        .extracting(request -> request.header("If-None-Match"))
        .containsOnlyNulls();
    assertSound();
  }

  @Test
  void whatTheServerHasChangedIsHadAndTheFormerResponseIsKept() throws Exception {
    SyntheticInstance old = study.instances().get(0);
    String former = "[" + old.dicomJson(server.rootUrl()) + "]";
    server.when(ofStudy).reply(Replies.normal().body(former));
    server.when(ofSeries).reply(Replies.normal().body(former));
    String metadata = study.uid() + "/metadata";
    dump(0);
    server.clearRules();
    server.clearRequests();

    DumpFolder folder = dump(0, "--refresh");

    assertThat(server.requests(frames()))
        .extracting(ReceivedRequest::path)
        .containsExactly(study.instances().get(1).path() + "/frames/1");
    byte[] second = folder.bytes(metadata);
    assertThat(second).isEqualTo(Served.body(server, Expected.metadata(study.path())));
    assertThat(folder.bytes(metadata + ".1")).asString(UTF_8).isEqualTo(former);
    assertThat(folder.record(metadata + ".1").at("/_dicomweb/body/file").textValue())
        .isEqualTo("metadata.1");
    assertThat(folder.sums(study.uid()))
        .containsKeys("metadata.1", "metadata.1.dump.json", "metadata", "metadata.dump.json");
    assertSound();

    server.when(ofStudy).reply(Replies.normal().body(former + "\n"));
    dump(0, "--refresh");

    assertThat(folder.bytes(metadata + ".1")).asString(UTF_8).isEqualTo(former);
    assertThat(folder.bytes(metadata + ".2")).isEqualTo(second);
    assertThat(folder.bytes(metadata)).asString(UTF_8).isEqualTo(former + "\n");
    assertSound();
  }

  @Test
  void whatTheServerCannotGiveAgainStays() throws Exception {
    Map<String, String> before = contents(dump(0));
    server.when(ofSeries).reply(Replies.status(404));
    server.when(ofStudy).reply(Replies.status(200, "text/html", "<p>Sorry"));

    DumpFolder after = dump(3, "--refresh", "-r", "0");

    assertThat(contents(after)).isEqualTo(before);
    assertThat(after.summary(study.uid()).at("/dump/missing")).hasSize(2);
    assertSound();
  }

  private DumpFolder dump(int exitCode, String... options) throws Exception {
    Dump dump = Dump.of(server, study, output, options);
    assertThat(dump.exitCode()).as(dump.result().toString()).isEqualTo(exitCode);
    return dump.folder();
  }

  private void assertSound() throws Exception {
    Program.Result verified = Program.run("verify", output.toString());
    assertThat(verified.exitCode()).as(verified.toString()).isZero();
  }

  /** The digests of all files but the program's own. */
  private static Map<String, String> contents(DumpFolder folder) {
    Map<String, String> contents = new TreeMap<>();
    folder.files().stream()
        .filter(file -> !file.contains("_dump/"))
        .forEach(file -> contents.put(file, Digests.sha256(folder.bytes(file))));
    return contents;
  }
}
