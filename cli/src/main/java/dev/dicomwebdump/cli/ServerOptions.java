package dev.dicomwebdump.cli;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.resource.DicomWebRoot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which server, and how to speak with it. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ServerOptions {

  @Option(
      names = {"-w", "--wadoRsRootUrl", "--wado-rs-root-url"},
      required = true,
      paramLabel = "URL",
      converter = RootConverter.class,
      description = "WADO-RS root of the server; a query in it goes with every request.")
  DicomWebRoot root;

  @Option(
      names = {"-z", "--authorization"},
      paramLabel = "VALUE",
      converter = AuthorizationConverter.class,
      description = {
        "Value of the Authorization header, or @FILE that holds it.",
        "Also DICOMWEB_AUTHORIZATION."
      })
  @Nullable Authorization authorization;

  @Option(
      names = {"-r", "--retry"},
      paramLabel = "N",
      defaultValue = "3",
      description = "Retries of a failed request (${DEFAULT-VALUE}).")
  int retries;

  @Option(
      names = {"--max-retry-wait", "--maxRetryWait"},
      paramLabel = "TIME",
      defaultValue = "5m",
      description = "How long a server that asks to wait is obeyed (${DEFAULT-VALUE}).")
  Duration maxRetryWait;

  @Option(
      names = "--outage",
      paramLabel = "TIME",
      defaultValue = "10m",
      converter = OutageConverter.class,
      description =
          "How long a server that is gone is waited for (${DEFAULT-VALUE}); 0 is not at all.")
  Duration outage;

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
      names = "--cacert",
      paramLabel = "FILE",
      description = "Trust the certificates in this PEM file too.")
  @Nullable Path caCertificates;

  @Option(names = "--insecure", description = "Trust any certificate. Anyone may then listen.")
  boolean insecure;

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

  /** The Authorization header: as given, else from the environment, else the root's user-info. */
  @Nullable String authorizationValue() {
    String fromEnvironment = System.getenv("DICOMWEB_AUTHORIZATION");
    Authorization given =
        authorization == null && fromEnvironment != null
            ? new AuthorizationConverter().convert(fromEnvironment)
            : authorization;
    return given == null ? basic(root.userInfo()) : given.value();
  }

  private static @Nullable String basic(@Nullable String userInfo) {
    return userInfo == null
        ? null
        : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }
}
