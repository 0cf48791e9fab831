package dev.dicomwebdump.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.event.Event;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestMetricsTest {

  private static final Resource FRAME =
      Resource.frame(new Uid("1"), new Uid("1.1"), new Uid("1.1.1"), 1);
  private static final Problem GONE = new Problem(Problem.Kind.STATUS, "404");

  private final RequestMetrics metrics = new RequestMetrics();

  private static Exchange exchange(int status, String accept, Duration took) {
    @Nullable ResponseHead head =
        status == 0 ? null : new ResponseHead("HTTP/1.1", status, "", location(status));
    return new Exchange(
        new Request(URI.create("http://a/"), new Headers(List.of(new Header("Accept", accept)))),
        head,
        Instant.EPOCH,
        new Timings(null, null, null, null, null, took, null),
        null,
        0,
        null,
        List.of());
  }

  private static Headers location(int status) {
    return status == 302 ? new Headers(List.of(new Header("Location", "http://b/"))) : Headers.NONE;
  }

  private static Exchange exchange(int status) {
    return exchange(status, "a/b", Duration.ofMillis(20));
  }

  private List<String> lines() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    MetricSnapshots all = new MetricSnapshots(metrics.snapshots().toArray(MetricSnapshot[]::new));
    OpenMetricsTextFormatWriter.create().write(text, all);
    return text.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void everyExchangeOfAResourceIsCountedAndWhyItWasMade() throws IOException {
    Exchange last =
        exchange(200, "*/*", Duration.ofMillis(20))
            .after(exchange(406).after(exchange(302).after(exchange(0).after(exchange(503)))));

    metrics.on(new Event.ResourceEnded(FRAME, Outcome.COMPLETE, last));

    assertThat(lines())
        .contains(
            "dicomweb_requests_total{kind=\"frame\",status=\"2xx\"} 1.0",
            "dicomweb_requests_total{kind=\"frame\",status=\"3xx\"} 1.0",
            "dicomweb_requests_total{kind=\"frame\",status=\"4xx\"} 1.0",
            "dicomweb_requests_total{kind=\"frame\",status=\"5xx\"} 1.0",
            "dicomweb_requests_total{kind=\"frame\",status=\"none\"} 1.0",
            "dicomweb_repetitions_total{kind=\"frame\",reason=\"retry\"} 2.0",
            "dicomweb_repetitions_total{kind=\"frame\",reason=\"redirect\"} 1.0",
            "dicomweb_repetitions_total{kind=\"frame\",reason=\"accept_step\"} 1.0",
            "dicomweb_resources_total{kind=\"frame\",outcome=\"complete\"} 1.0",
            "dicomweb_request_duration_seconds_count{kind=\"frame\"} 4");
  }

  @ParameterizedTest
  @CsvSource({"FAILED, true", "INCOMPLETE, true", "UNSUPPORTED, false"})
  void failuresAreCountedByTheirProblem(Outcome outcome, boolean counted) throws IOException {
    metrics.on(new Event.ResourceEnded(FRAME, outcome, exchange(404).withProblem(GONE)));

    assertThat(lines().contains("dicomweb_failures_total{kind=\"frame\",problem=\"status\"} 1.0"))
        .isEqualTo(counted);
  }

  @Test
  void whatIsKeptAndPausesAreCountedAndWhatBeginsIsNot() throws IOException {
    metrics.on(new Event.ResourceBegun(FRAME));
    metrics.on(new Event.ResourceKept(FRAME));
    metrics.on(new Event.HostPaused(Duration.ofSeconds(1), "429"));

    assertThat(lines())
        .contains(
            "dicomweb_resources_total{kind=\"frame\",outcome=\"kept\"} 1.0",
            "dicomweb_pauses_total 1.0")
        .noneMatch(line -> line.startsWith("dicomweb_requests_total"));
  }

  /** A bound belongs to its own bucket. */
  @ParameterizedTest
  @CsvSource({"1, 0.001, 0.0", "25, 0.025, 0.01", "26, 0.05, 0.025", "400000, +Inf, 300.0"})
  void aDurationIsInTheBucketsThatItDoesNotExceed(long millis, String first, String before)
      throws IOException {
    metrics.add(FRAME.kind(), exchange(200, "a/b", Duration.ofMillis(millis)));

    assertThat(lines()).contains(bucket(first) + " 1");
    if (!before.equals("0.0")) {
      assertThat(lines()).contains(bucket(before) + " 0");
    }
  }

  private static String bucket(String bound) {
    return "dicomweb_request_duration_seconds_bucket{kind=\"frame\",le=\"" + bound + "\"}";
  }
}
