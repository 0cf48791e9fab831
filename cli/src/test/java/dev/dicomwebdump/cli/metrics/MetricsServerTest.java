package dev.dicomwebdump.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsServerTest {

  private static final InetSocketAddress FREE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final HttpClient client = HttpClient.newHttpClient();
  private MetricsServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        MetricsServer.start(FREE, () -> MetricSnapshots.of(Counts.of("x", "What is told.", 7)));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> ask(String method, String path, String accept) throws Exception {
    URI url = URI.create("http://127.0.0.1:" + server.port() + path);
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Accept", accept)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | application/openmetrics-text",
        "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3 | application/openmetrics-text",
        "text/html,*/* | application/openmetrics-text",
        "text/plain;version=0.0.4 | text/plain"
      })
  void acceptDecidesTheFormat(String accept, String type) throws Exception {
    HttpResponse<String> response = ask("GET", "/metrics", accept);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
    assertThat(response.body()).contains("x_total 7");
    assertThat(response.body().endsWith("# EOF\n")).isEqualTo(!type.equals("text/plain"));
  }

  @ParameterizedTest
  @CsvSource({"GET, /, 404", "GET, /metrics/x, 404", "POST, /metrics, 405", "HEAD, /metrics, 200"})
  void nothingElseIsTold(String method, String path, int status) throws Exception {
    HttpResponse<String> response = ask(method, path, "*/*");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).doesNotContain("x_total");
  }

  @Test
  void aPortThatIsTakenIsAnError() {
    InetSocketAddress taken = new InetSocketAddress(FREE.getAddress(), server.port());

    assertThatThrownBy(() -> MetricsServer.start(taken, MetricSnapshots::new))
        .isInstanceOf(IOException.class);
  }

  @Test
  void nobodyListensAfterTheEnd() {
    server.close();

    assertThatThrownBy(() -> ask("GET", "/metrics", "*/*")).isInstanceOf(IOException.class);
  }
}
