package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dump that is served and dumped again is the same dump but for times, failures included. */
class RoundTripIT {

  private static final SyntheticStudy STUDY = SyntheticStudies.small();
  private static final String IMAGE = "/series/2.999.1.1/instances/2.999.1.1.1";
  private static final String MULTI = "/series/2.999.1.1/instances/2.999.1.1.3";
  private static final String RLE = "/series/2.999.1.2/instances/2.999.1.2.2";

  private static final String JPEG = "/series/2.999.1.2/instances/2.999.1.2.3";
  private static final String PLAIN = "/series/2.999.1.1/instances/2.999.1.1.2";
  private static final String ONE = "/series/2.999.1.2/instances/2.999.1.2.1";

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({"body,  --no-http2", "body,  --http2-prior-knowledge", "parts, --no-http2"})
  void aReplayIsDumpedAsTheOriginalWas(String keep, String protocol) throws Exception {
    String[] options = {"-i", "--bulkdata", "all", "--keep", keep, "--retry", "2", "--quiet"};
    DumpFolder first;
    try (FakeDicomWebServer elsewhere = FakeDicomWebServer.serving(STUDY);
        FakeDicomWebServer server = serverWithFaults(elsewhere)) {
      Dump dump = Dump.of(server, STUDY, temp.resolve("first"), options);
      assertThat(dump.exitCode()).as(dump.result().stderr()).isEqualTo(3);
      first = dump.folder();
    }
    try (ServedDump served = ServedDump.of(temp.resolve("first"), "--exact")) {
      Program.Result result =
          Dump.invocation(served.root(), STUDY.uid(), temp.resolve("again"))
              .and(options)
              .and("--bulkdata-origin", "rewrite", protocol)
              .run();
      assertThat(result.exitCode()).as(result.stderr()).isEqualTo(3);
    }

    assertThat(Timeless.of(new DumpFolder(temp.resolve("again")))).isEqualTo(Timeless.of(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void itEndsWhenItIsAskedTo(String signal) throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY)) {
      Dump.of(server, STUDY, temp.resolve("dump"), "--only", "metadata");
    }
    try (ServedDump served = ServedDump.of(temp.resolve("dump"))) {
      assertThat(served.endBy(signal).exitCode()).isEqualTo(signal.equals("INT") ? 130 : 143);
    }
  }

  @Test
  void whatCannotBeReadIsNamedAndTheRestIsServed() throws Exception {
    try (FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY)) {
      Dump.of(server, STUDY, temp.resolve("dump"));
    }
    Files.writeString(temp.resolve("dump/2.999.1/metadata.dump.json"), "");
    try (ServedDump served = ServedDump.of(temp.resolve("dump"))) {
      assertThat(served.root()).endsWith("/dicom-web");
      assertThat(served.program().stderr())
          .startsWith("dicomweb-dump: 2.999.1/metadata.dump.json is no record: ");
    }
  }

  @Test
  void whatCannotBeServedIsToldSo() throws Exception {
    assertThat(Program.run("serve", temp.toString()).exitCode()).isEqualTo(1);
    assertThat(Program.run("serve", temp.toString(), "--fault", "x").exitCode()).isEqualTo(2);
    assertThat(Program.run("serve", temp.toString(), "--port", "70000").exitCode()).isEqualTo(2);
    assertThat(Program.run("serve", temp.toString(), "--cors", "http://a.example/").exitCode())
        .isEqualTo(2);
  }

  private static FakeDicomWebServer serverWithFaults(FakeDicomWebServer elsewhere) {
    FakeDicomWebServer server = FakeDicomWebServer.serving(STUDY);
    server.when(pathEndsWith(MULTI + "/frames/2")).reply(Replies.status(400));
    server.when(pathEndsWith(MULTI + "/frames/3")).reply(Faults.cutAfter(40));
    server.when(pathEndsWith(RLE + "/frames/1")).reply(Faults.cutChunkedAfter(40));
    server.when(pathEndsWith(RLE + "/frames/2")).reply(Replies.gzip());
    server.when(pathEndsWith(RLE + "/frames/3")).reply(Replies.status(503)).times(1);
    server.when(pathEndsWith(RLE + "/frames/4")).reply(Replies.singlePart());
    server.when(pathEndsWith(JPEG + "/frames/1")).reply(Faults.disconnect());
    server.when(pathEndsWith(JPEG + "/frames/2")).reply(Faults.disconnect()).times(1);
    server.when(pathEndsWith(PLAIN + "/frames/1")).reply(Faults.cutAfter(40)).times(1);
    server
        .when(pathEndsWith(PLAIN))
        .reply(Replies.redirect(307, elsewhere.rootUrl() + "/studies/2.999.1" + PLAIN));
    String again = server.rootUrl() + "/studies/2.999.1" + ONE + "/frames/1?again=yes";
    server.when(pathEndsWith(ONE + "/frames/1")).reply(Replies.redirect(302, again)).times(1);
    server.when(path("/studies/2.999.1/series/2.999.1.3/metadata")).reply(Replies.status(404));
    server.acceptOnly(
        path("/studies/2.999.1" + IMAGE), accept -> !accept.contains("transfer-syntax"), 406);
    return server;
  }
}
