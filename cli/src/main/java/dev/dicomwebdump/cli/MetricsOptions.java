package dev.dicomwebdump.cli;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options that say whether and where a run tells its metrics while it goes on. */
final class MetricsOptions extends OptionGroup {

  private static final int GREATEST_PORT = 65535;
  private static final String LOOPBACK = "127.0.0.1";

  final Given<@Nullable Integer> port =
      optional(Integer.class, "--metricsPort", "--metrics-port")
          .label("N")
          .described(
              "Tell the metrics of the run as OpenMetrics at http://127.0.0.1:N/metrics while it goes",
              "on; 0 takes a port that is free, and says which.");

  private final Given<@Nullable String> host =
      optional(String.class, "--metricsBind", "--metrics-bind")
          .label("ADDRESS")
          .described("Address to tell them at; 0.0.0.0 tells others (127.0.0.1).");

  /**
   * What these options say.
   *
   * @param user hears where metrics are told
   * @throws IllegalArgumentException when there is no such address or port
   */
  Metering metering(Consumer<String> user) {
    if (port.value() == null && host.value() != null) {
      throw new IllegalArgumentException("--metrics-bind goes with --metrics-port");
    }
    return port.value() == null ? Metering.NONE : new MetricsMetering(address(port.value()), user);
  }

  private InetSocketAddress address(int number) {
    if (number < 0 || number > GREATEST_PORT) {
      throw new IllegalArgumentException("--metrics-port is from 0 to " + GREATEST_PORT);
    }
    InetSocketAddress address =
        new InetSocketAddress(Objects.requireNonNullElse(host.value(), LOOPBACK), number);
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("--metrics-bind: there is no address " + host.value());
    }
    return address;
  }
}
