package dev.dicomwebdump.cli;

import dev.dicomwebdump.resource.DicomWebRoot;
import java.time.Duration;
import java.util.List;

/** The options that say which server is dumped, and how it is asked. */
final class ServerOptions extends OptionGroup {

  final Given<DicomWebRoot> root =
      required(DicomWebRoot.class, "-w", "--wadoRsRootUrl", "--wado-rs-root-url")
          .label("URL")
          .by(new RootConverter())
          .described("WADO-RS root of the server; a query in it goes with every request.");

  final Given<Integer> retries =
      usually("3", Integer.class, "-r", "--retry")
          .label("N")
          .described("Retries of a failed request (${DEFAULT-VALUE}).");

  final Given<Duration> maxRetryWait =
      usually("5m", Duration.class, "--max-retry-wait", "--maxRetryWait")
          .label("TIME")
          .described("How long a server that asks to wait is obeyed (${DEFAULT-VALUE}).");

  final Given<Duration> outage =
      usually("10m", Duration.class, "--outage")
          .label("TIME")
          .by(new OutageConverter())
          .described(
              "How long a server that is gone is waited for (${DEFAULT-VALUE}); 0 is not at all.");

  final ConnectionOptions connection = including(new ConnectionOptions());

  final Given<List<String>> recorded =
      list("--record-header", "--recordHeader")
          .label("NAME")
          .described("Let records show this field's value; repeatable.");
}
