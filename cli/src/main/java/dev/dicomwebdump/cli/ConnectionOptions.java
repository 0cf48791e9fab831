package dev.dicomwebdump.cli;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.transport.Proxies;
import dev.dicomwebdump.transport.TransportSettings;
import dev.dicomwebdump.transport.TransportSettingsBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The options that say how to speak with a server: for every command that asks one. */
final class ConnectionOptions extends OptionGroup {

  final Given<Boolean> compressed =
      flag("--compressed")
          .described("Let the server compress its responses (gzip); they are kept as they come.");

  private final Given<Boolean> http2 =
      flag("--http2")
          .onUnlessNegated()
          .described("HTTP/2 on https where the server speaks it (on).");

  private final Given<Boolean> http2PriorKnowledge =
      flag("--http2-prior-knowledge", "--http2PriorKnowledge")
          .described("HTTP/2 on http from the first byte.");

  private final Given<@Nullable Integer> connections =
      optional(Integer.class, "--connections")
          .label("N")
          .described(
              "Spread requests over so many HTTP/2 connections (one, and up to four where answers take"
                  + " long to come; stress one); HTTP/1.1 has one for each request in flight.");

  private final CredentialOptions who = including(new CredentialOptions());

  final HeaderOptions headers = including(new HeaderOptions());

  private final TlsOptions tls = including(new TlsOptions());

  private final Given<@Nullable String> proxy =
      optional(String.class, "--proxy")
          .label("URL")
          .described(
              "http://[USER:PASSWORD@]HOST:PORT to ask through; empty for none. Also",
              "http_proxy, HTTPS_PROXY; NO_PROXY names the hosts that are asked directly.");

  private final Given<Duration> connectTimeout =
      usually("10s", Duration.class, "--connect-timeout", "--connectTimeout")
          .label("TIME")
          .described("For a connection to stand (${DEFAULT-VALUE}).");

  private final Given<Duration> firstByteTimeout =
      usually("300s", Duration.class, "--first-byte-timeout", "--firstByteTimeout")
          .label("TIME")
          .described("For a response's head to come (${DEFAULT-VALUE}).");

  private final Given<Duration> idleTimeout =
      usually("60s", Duration.class, "--idle-timeout", "--idleTimeout")
          .label("TIME")
          .described("Between two bytes of a response (${DEFAULT-VALUE}).");

  private final Given<@Nullable Duration> maxTime =
      optional(Duration.class, "--max-time", "--maxTime")
          .label("TIME")
          .described("For a whole exchange (no limit).");

  private final Given<@Nullable ByteSize> maxBody =
      optional(ByteSize.class, "--max-body", "--maxBody")
          .label("SIZE")
          .by(new ByteSizeConverter())
          .described("Most bytes of one response, such as 4G; more is a failure (no limit).");

  /**
   * How to connect, with so many requests at once.
   *
   * @param untold over how many HTTP/2 connections where the user does not say; null to find out
   * @throws IllegalArgumentException when something cannot be had, or is out of its range
   */
  TransportSettings transport(
      DicomWebRoot root, int concurrency, @Nullable Integer untold, Surroundings around) {
    Integer spread = connections.value();
    if (spread != null && spread < 1) {
      throw new IllegalArgumentException("--connections is 1 or more: " + spread);
    }
    return new TransportSettingsBuilder()
        .connectTimeout(connectTimeout.value())
        .firstByteTimeout(firstByteTimeout.value())
        .idleTimeout(idleTimeout.value())
        .maxTime(maxTime.value())
        .maxBody(Objects.requireNonNullElse(maxBody.value(), ByteSize.UNLIMITED))
        .http2(http2.value())
        .http2PriorKnowledge(http2PriorKnowledge.value())
        .connections(concurrency)
        .tls(tls.trust())
        .certificate(tls.certificate(root, around))
        .proxies(Proxies.of(proxy.value(), around.environment()))
        .http2Connections(spread == null ? untold : spread)
        .build();
  }

  /**
   * Who asks.
   *
   * @throws IllegalArgumentException when two ways are given, or one is not whole
   */
  Credentials credentials(DicomWebRoot root, TransportSettings transport, Surroundings around) {
    return who.credentials(root, headers.authorization(), transport, around);
  }

  /** What the user should know of what was given. */
  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (tls.insecure.value()) {
      warnings.add("warning: --insecure: certificates are not checked, anyone may listen");
    }
    if (who.showsPassword()) {
      warnings.add("warning: whoever lists processes sees the password in --user");
    }
    return warnings;
  }
}
