package dev.dicomwebdump.it;

import static dev.dicomwebdump.testkit.server.RequestMatch.frames;
import static dev.dicomwebdump.testkit.server.RequestMatch.pathEndsWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.testkit.dicom.SyntheticStudies;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import dev.dicomwebdump.testkit.server.FakeDicomWebServer;
import dev.dicomwebdump.testkit.server.Replies;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run tells of itself while it goes on. */
class MetricsIT {
  private static final Pattern TOLD =
      Pattern.compile("metrics: (http://127\\.0\\.0\\.1:\\d+/metrics)");

  private final SyntheticStudy study = SyntheticStudies.small();
  private final FakeDicomWebServer server = FakeDicomWebServer.serving(study);
  @TempDir private Path temp;

  @AfterEach
  void close() {
    server.close();
  }

  private Invocation dump(String... options) {
    return Dump.invocation(server.rootUrl(), study.uid(), temp.resolve("out")).and(options);
  }

  private static HttpResponse<String> get(String url, String accept)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("Accept", accept).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String address(RunningProgram program) throws IOException {
    program.awaitStderr("/metrics");
    Matcher told = TOLD.matcher(program.stderr());
    assertThat(told.find()).isTrue();
    return told.group(1);
  }

  @Test
  void aStressTestTellsWhatItMade() throws Exception {
    try (RunningProgram program =
        Program.with("stress", "-w", server.rootUrl(), "-s", study.uid())
            .and("--warmup", "0", "--duration", "5m", "--mix", "frames=1", "--metrics-port", "0")
            .start()) {
      String address = address(program);
      server.awaitRequests(frames(), 30);

      OpenMetrics metrics = OpenMetrics.parse(get(address, "*/*").body());
      assertThat(metrics.value("dicomweb_requests_in_flight", "")).isBetween(0.0, 1.0);
      assertThat(metrics.value("dicomweb_received_bytes_total", "")).isPositive();
      program.signal("INT");
      assertThat(program.awaitEnd().exitCode()).isEqualTo(130);
    }
  }

  @Test
  @Tag("smoke")
  void aRunTellsHowFarItIs() throws Exception {
    server.when(pathEndsWith("2.999.1.1.1/metadata")).times(1).reply(Replies.status(503));
    server.holdUntilInFlight(frames(), 3); // one more than ever comes
    try (RunningProgram program = dump("--metrics-port", "0", "-c", "2").start()) {
      String address = address(program);
      server.awaitRequests(frames(), 2);

      HttpResponse<String> response = get(address, "*/*");
      assertThat(response.headers().firstValue("Content-Type"))
          .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
      OpenMetrics metrics = OpenMetrics.parse(response.body());
      assertThat(metrics.value("dicomweb_requests_in_flight", "")).isEqualTo(2);
      assertThat(metrics.value("dicomweb_concurrency_limit", "")).isEqualTo(2);
      assertThat(metrics.value("dicomweb_paused", "")).isZero();
      assertThat(metrics.value("dicomweb_pauses_total", "")).isZero();
      assertThat(metrics.value("dicomweb_resources_known", "")).isGreaterThan(12);
      assertThat(metrics.value("dicomweb_received_bytes_total", "")).isGreaterThan(100);
      String kind = "kind=\"study-metadata\"";
      assertThat(metrics.value("dicomweb_requests_total", kind + ",status=\"2xx\"")).isEqualTo(1);
      assertThat(metrics.value("dicomweb_resources_total", kind + ",outcome=\"complete\""))
          .isEqualTo(1);
      assertThat(metrics.value("dicomweb_request_duration_seconds_count", kind)).isEqualTo(1);
      String plain = get(address, "text/plain").body();
      assertThat(plain).contains("dicomweb_requests_in_flight 2").doesNotContain("# EOF");

      server.releaseHeld();
      assertThat(program.awaitEnd().exitCode()).isZero();
      assertThatThrownBy(() -> get(address, "*/*")).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aPortThatIsTakenIsToldInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Program.Result result = dump("--metrics-port", port).run();

      assertThat(result.exitCode()).isEqualTo(2);
      assertThat(result.stderr()).hasLineCount(1).contains("--metrics-port " + port);
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--metrics-port=65536, 65535",
    "--metrics-port=-1, 65535",
    "--metrics-port=x, x",
    "--metrics-port=0 --metrics-bind=no.such.host.invalid, no.such.host.invalid"
  })
  void wrongUsageIsToldInOneLine(String options, String told) throws Exception {
    Program.Result result = dump(options.split(" ")).run();

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.stderr()).hasLineCount(1).contains(told);
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void whatTellsIsLoadedOnlyWhereItIsWanted(boolean wanted) throws Exception {
    Path loaded = temp.resolve("loaded.txt");
    String[] options = wanted ? new String[] {"--metrics-port", "0"} : new String[0];

    Program.Result result =
        dump(options).environment("DICOMWEB_DUMP_OPTS", "-Xlog:class+load:file=" + loaded).run();

    assertThat(result.exitCode()).isZero();
    assertThat(
            Files.readString(loaded)
                .lines()
                .filter(
                    line ->
                        line.contains(" io.prometheus.")
                            || line.contains(" com.sun.net.httpserver.")
                            || line.contains("cli.metrics.")))
        .matches(lines -> lines.isEmpty() != wanted);
  }
}
