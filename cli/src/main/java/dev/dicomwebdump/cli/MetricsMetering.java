package dev.dicomwebdump.cli;

import dev.dicomwebdump.cli.metrics.DumpMetrics;
import dev.dicomwebdump.cli.metrics.MetricsServer;
import dev.dicomwebdump.cli.metrics.RequestMetrics;
import dev.dicomwebdump.cli.metrics.StressMetrics;
import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.stress.Stress;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells metrics over HTTP. Alone in naming their classes, so that no other run loads them. */
final class MetricsMetering implements Metering {

  private final InetSocketAddress address;
  private final Consumer<String> user;
  private final RequestMetrics requests = new RequestMetrics();
  private @Nullable MetricsServer server;

  /**
   * @param user hears where metrics are told
   */
  MetricsMetering(InetSocketAddress address, Consumer<String> user) {
    this.address = address;
    this.user = user;
  }

  @Override
  public EventListener before(EventListener next) {
    return event -> {
      requests.on(event);
      next.on(event);
    };
  }

  @Override
  public void begin(DicomwebDump dump) {
    begin(new DumpMetrics(dump, requests)::snapshots);
  }

  @Override
  public void begin(Stress stress) {
    begin(new StressMetrics(stress, requests)::snapshots);
  }

  private void begin(Supplier<MetricSnapshots> metrics) {
    try {
      MetricsServer started = MetricsServer.start(address, metrics);
      server = started;
      user.accept("metrics: http://" + host() + ":" + started.port() + "/metrics");
    } catch (IOException e) {
      throw new PortTakenException("--metrics-port " + address.getPort(), e);
    }
  }

  /** As a URL has it: RFC 3986 section 3.2.2. */
  private String host() {
    String host = address.getAddress().getHostAddress();
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
