package dev.dicomwebdump.cli;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whether and where a run tells its metrics while it goes on. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class MetricsOptions {

  private static final int GREATEST_PORT = 65535;
  private static final String LOOPBACK = "127.0.0.1";

  @Option(
      names = {"--metricsPort", "--metrics-port"},
      paramLabel = "N",
      description = {
        "Tell the metrics of the run as OpenMetrics at http://127.0.0.1:N/metrics while it goes",
        "on; 0 takes a port that is free, and says which."
      })
  @Nullable Integer port;

  @Option(
      names = {"--metricsBind", "--metrics-bind"},
      paramLabel = "ADDRESS",
      description = "Address to tell them at; 0.0.0.0 tells others (127.0.0.1).")
  @Nullable String host;

  /**
   * What these options say.
   *
   * @param user hears where metrics are told
   * @throws IllegalArgumentException when there is no such address or port
   */
  Metering metering(Consumer<String> user) {
    if (port == null && host != null) {
      throw new IllegalArgumentException("--metrics-bind goes with --metrics-port");
    }
    return port == null ? Metering.NONE : new MetricsMetering(address(port), user);
  }

  private InetSocketAddress address(int number) {
    if (number < 0 || number > GREATEST_PORT) {
      throw new IllegalArgumentException("--metrics-port is from 0 to " + GREATEST_PORT);
    }
    InetSocketAddress address =
        new InetSocketAddress(Objects.requireNonNullElse(host, LOOPBACK), number);
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("--metrics-bind: there is no address " + host);
    }
    return address;
  }
}
