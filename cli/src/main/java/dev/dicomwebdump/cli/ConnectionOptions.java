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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how to speak with a server: for every command that asks one. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ConnectionOptions {

  @Option(
      names = "--compressed",
      description = "Let the server compress its responses (gzip); they are kept as they come.")
  boolean compressed;

  @Option(
      names = "--http2",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "HTTP/2 on https where the server speaks it (on).")
  boolean http2;

  @Option(
      names = {"--http2-prior-knowledge", "--http2PriorKnowledge"},
      description = "HTTP/2 on http from the first byte.")
  boolean http2PriorKnowledge;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description =
          "Spread requests over so many HTTP/2 connections (one, and up to four where answers take"
              + " long to come; stress one); HTTP/1.1 has one for each request in flight.")
  @Nullable Integer connections;

  @Mixin CredentialOptions who;

  @Mixin HeaderOptions headers;

  @Mixin TlsOptions tls;

  @Option(
      names = {"--proxy"},
      paramLabel = "URL",
      description = {
        "http://[USER:PASSWORD@]HOST:PORT to ask through; empty for none. Also",
        "http_proxy, HTTPS_PROXY; NO_PROXY names the hosts that are asked directly."
      })
  @Nullable String proxy;

  @Option(
      names = {"--connect-timeout", "--connectTimeout"},
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "For a connection to stand (${DEFAULT-VALUE}).")
  Duration connectTimeout;

  @Option(
      names = {"--first-byte-timeout", "--firstByteTimeout"},
      paramLabel = "TIME",
      defaultValue = "300s",
      description = "For a response's head to come (${DEFAULT-VALUE}).")
  Duration firstByteTimeout;

  @Option(
      names = {"--idle-timeout", "--idleTimeout"},
      paramLabel = "TIME",
      defaultValue = "60s",
      description = "Between two bytes of a response (${DEFAULT-VALUE}).")
  Duration idleTimeout;

  @Option(
      names = {"--max-time", "--maxTime"},
      paramLabel = "TIME",
      description = "For a whole exchange (no limit).")
  @Nullable Duration maxTime;

  @Option(
      names = {"--max-body", "--maxBody"},
      paramLabel = "SIZE",
      converter = ByteSizeConverter.class,
      description = "Most bytes of one response, such as 4G; more is a failure (no limit).")
  ByteSize maxBody = ByteSize.UNLIMITED;

  /**
   * How to connect, with so many requests at once.
   *
   * @param untold over how many HTTP/2 connections where the user does not say; null to find out
   * @throws IllegalArgumentException when something cannot be had, or is out of its range
   */
  TransportSettings transport(
      DicomWebRoot root, int concurrency, @Nullable Integer untold, Surroundings around) {
    if (connections != null && connections < 1) {
      throw new IllegalArgumentException("--connections is 1 or more: " + connections);
    }
    return new TransportSettingsBuilder()
        .connectTimeout(connectTimeout)
        .firstByteTimeout(firstByteTimeout)
        .idleTimeout(idleTimeout)
        .maxTime(maxTime)
        .maxBody(maxBody)
        .http2(http2)
        .http2PriorKnowledge(http2PriorKnowledge)
        .connections(concurrency)
        .tls(tls.trust())
        .certificate(tls.certificate(root, around))
        .proxies(Proxies.of(proxy, around.environment()))
        .http2Connections(connections == null ? untold : connections)
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
    if (tls.insecure) {
      warnings.add("warning: --insecure: certificates are not checked, anyone may listen");
    }
    if (who.user != null && who.user.given() != null) {
      warnings.add("warning: whoever lists processes sees the password in --user");
    }
    return warnings;
  }
}
