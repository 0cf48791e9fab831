package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.path;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Faults;
import dev.dicomwebdump.testkit.server.Replies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dumps of which only records are kept. */
class RecordsOnlyIT {
  private static final String FRAME =
      "/studies/2.999.1/series/2.999.1.1/instances/2.999.1.1.3/frames/2";

  /** The beginning of the patient's name: the rest is not ASCII. */
  private static final String PATIENT = "Synth";

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path output;

  @AfterEach
  void close() {
    server.close();
  }

  private Dump dump(String... options) throws IOException, InterruptedException {
    return new Dump(
        Dump.invocation(server.rootUrl(), study.uid(), output)
            .and("--records-only", "-c", "4")
            .and(options)
            .run(),
        new DumpFolder(output));
  }

  @Test
  @Tag("smoke")
  void noBodyIsLeftAndNoPatientIsNamed() throws Exception {
    assertThat(new String(Served.body(server, Expected.metadata("/studies/2.999.1")), ISO_8859_1))
        .contains(PATIENT);

    Dump dump = dump("-i", "--har", output.resolveSibling("log.har").toString());

    assertThat(dump.exitCode()).isZero();
    assertThat(dump.result().stdout()).contains("records only: bodies were checked");
    assertThat(dump.folder().files())
        .allMatch(file -> file.endsWith(".dump.json") || file.contains("_dump/"));
    assertThat(dump.folder().files())
        .allSatisfy(
            file ->
                assertThat(new String(dump.folder().bytes(file), ISO_8859_1))
                    .doesNotContain(PATIENT));
    assertThat(output.resolveSibling("log.har")).content().doesNotContain(PATIENT);
    assertThat(new Schemas().errors(dump.folder())).isEmpty();
    assertThat(dump.folder().sums(study.uid())).hasSameSizeAs(dump.folder().records().keySet());
  }

  @Test
  void verifySaysWhatIsProven() throws Exception {
    int records = dump().folder().records().size();

    Program.Result verified = Program.run("verify", output.toString());

    assertThat(verified.exitCode()).isZero();
    assertThat(verified.stdout().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("records only: " + records + " bodies were not kept (--records-only)");
    assertThat(Program.run("verify", output.toString(), "--json").stdout())
        .contains("\"unkept\": " + records);
  }

  @Test
  void whatHasNoBodyIsNotServed() throws Exception {
    server.when(path(FRAME)).reply(Replies.status(404, "text/plain", "no such frame"));
    assertThat(dump("-r", "0").exitCode()).isEqualTo(3);

    try (ServedDump served = ServedDump.of(output)) {
      HttpResponse<String> metadata = get(served.root() + "/studies/2.999.1/metadata");
      assertThat(metadata.statusCode()).isEqualTo(404);
      assertThat(metadata.body()).contains("no body (--records-only)");
      HttpResponse<String> frame = get(served.root() + FRAME);
      assertThat(frame.statusCode()).isEqualTo(404);
      assertThat(frame.body()).isEqualTo("no such frame");
    }
  }

  private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void whatSearchesFoundIsNotLeftBesideRecords() throws Exception {
    Invocation found = Program.with("-w", server.rootUrl(), "--all", "-o", output.toString());
    assertThat(found.run().exitCode()).isZero();
    assertThat(new DumpFolder(output).files()).contains("_dump/qido/studies.1");

    Program.Result refused = found.and("--records-only").run();
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.stderr()).hasLineCount(1).contains("--records-only", "--restart");
    assertThat(found.and("--restart").run().exitCode()).isZero();
    assertThat(new DumpFolder(output).files())
        .contains("_dump/qido/studies.1.dump.json")
        .doesNotContain("_dump/qido/studies.1");
  }

  @Test
  void theSameAgainAsksForMetadataAndABodyIsFetchedLater() throws Exception {
    dump();
    server.clearRequests();
    assertThat(dump().exitCode()).isZero();
    assertThat(server.requests(frames())).isEmpty();

    Dump whole = Dump.of(server, study, output, "-m");

    assertThat(whole.exitCode()).isZero();
    assertThat(server.requests(frames())).hasSize(12);
    Dump refused = dump();
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.result().stderr()).hasLineCount(1).contains("--records-only", "--restart");
    assertThat(Program.run("verify", output.toString()).exitCode()).isZero();
  }

  @Test
  void aRunThatIsKilledLeavesNoBody() throws Exception {
    server.when(frames()).reply(Faults.stallAfter(100));
    try (RunningProgram program =
        Dump.invocation(server.rootUrl(), study.uid(), output).and("--records-only").start()) {
      server.awaitRequests(frames(), 1);
      program.kill();
      program.awaitEnd();
    }

    DumpFolder folder = new DumpFolder(output);
    assertThat(folder.files()).anyMatch(file -> file.endsWith(".dump.json"));
    assertThat(folder.files())
        .allMatch(file -> file.endsWith(".dump.json") || file.contains("_dump/"))
        .noneMatch(file -> file.contains("held"));
    server.clearRules();
    assertThat(dump().exitCode()).isZero();
    assertThat(Program.run("verify", output.toString()).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-m", "--keep parts", "--pretty", "--dicom DICOM", "--only-failed LIST"})
  void whatNeedsBodiesIsWrongUsage(String option) throws Exception {
    String given = option.replace("DICOM", output.resolveSibling("dicom").toString());

    Dump dump = dump(given.split(" "));

    assertThat(dump.exitCode()).isEqualTo(2);
    assertThat(dump.result().stderr()).hasLineCount(1).contains("--records-only");
    assertThat(server.requests()).isEmpty();
  }
}
