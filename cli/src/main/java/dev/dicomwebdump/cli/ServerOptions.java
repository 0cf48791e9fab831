package dev.dicomwebdump.cli;

import dev.dicomwebdump.resource.DicomWebRoot;
import java.time.Duration;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which server is dumped, and how it is asked. */
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

  @Mixin ConnectionOptions connection;

  @Option(
      names = {"--record-header", "--recordHeader"},
      paramLabel = "NAME",
      description = "Let records show this field's value; repeatable.")
  Set<String> recorded = Set.of();
}
