package dev.dicomwebdump.cli.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the metrics of a run to whoever asks for {@code /metrics}: as OpenMetrics 1.0 text, or as
 * Prometheus text 0.0.4 where Accept names {@code text/plain} and not OpenMetrics. One thread of
 * its own answers, one request after another.
 */
public final class MetricsServer implements AutoCloseable {

  private static final String PATH = "/metrics";
  private static final ExpositionFormatWriter OPEN_METRICS = OpenMetricsTextFormatWriter.create();
  private static final ExpositionFormatWriter PROMETHEUS = PrometheusTextFormatWriter.create();

  private final HttpServer server;
  private final ExecutorService thread;
  private final Supplier<MetricSnapshots> metrics;

  private MetricsServer(HttpServer server, Supplier<MetricSnapshots> metrics) {
    this.server = server;
    this.metrics = metrics;
    this.thread =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread made = new Thread(work, "metrics");
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Begins to listen. The caller closes it.
   *
   * @param address port 0 is one that is free
   * @param metrics tells them; called by one thread at a time
   * @throws IOException when nothing can listen there
   */
  public static MetricsServer start(InetSocketAddress address, Supplier<MetricSnapshots> metrics)
      throws IOException {
    MetricsServer started = new MetricsServer(HttpServer.create(address, 0), metrics);
    started.server.createContext("/", started::answer);
    started.server.setExecutor(started.thread);
    started.server.start();
    return started;
  }

  /** The port that is listened at. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!exchange.getRequestURI().getPath().equals(PATH)) {
        say(exchange, 404, "metrics are at " + PATH + "\n");
      } else if (method.equals("GET") || method.equals("HEAD")) {
        tell(exchange);
      } else {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        say(exchange, 405, "GET or HEAD\n");
      }
    }
  }

  private void tell(HttpExchange exchange) throws IOException {
    ExpositionFormatWriter writer = writer(exchange.getRequestHeaders().get("Accept"));
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    writer.write(text, metrics.get());
    send(exchange, 200, writer.getContentType(), text.toByteArray());
  }

  private static ExpositionFormatWriter writer(@Nullable List<String> accept) {
    String ranges = accept == null ? "" : String.join(",", accept);
    boolean plain = ranges.contains("text/plain") && !ranges.contains("application/openmetrics");
    return plain ? PROMETHEUS : OPEN_METRICS;
  }

  private static void say(HttpExchange exchange, int status, String line) throws IOException {
    send(exchange, status, "text/plain; charset=utf-8", line.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}
