package dev.dicomwebdump.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code dicomweb-dump serve FOLDER}: answers as the recorded server did. Names no class of the
 * server, so that no other command loads it.
 */
@Command(
    name = ServeCommand.NAME,
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Serves a dump as the DICOMweb server that it was taken from. The first line on stdout is"
            + " the root URL; Ctrl-C ends it.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  1 there is no dump, or no listening at that address and port; 2 wrong usage;",
      "  70 a defect; 130, 143 ended by Ctrl-C, by SIGTERM"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ServeCommand implements Callable<Integer>, Debuggable {

  static final String NAME = "serve";

  @Parameters(paramLabel = "FOLDER", description = "A dump.")
  Path folder;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8000",
      description = "Port to listen at; 0 for one that is free. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen at; 0.0.0.0 lets others read the dump. Default: ${DEFAULT-VALUE}.")
  String host;

  @Option(
      names = "--exact",
      description =
          "Serve bodies as they are, though they name the recorded server, and play failures and"
              + " redirects in the order in which they were recorded.")
  boolean exact;

  @Option(
      names = "--pace",
      paramLabel = "PACE",
      defaultValue = "none",
      description =
          "How long answers take: recorded, none, or a factor of what was recorded. Default:"
              + " ${DEFAULT-VALUE}.")
  String pace;

  @Option(
      names = "--latency",
      paramLabel = "TIME",
      description = "What each answer takes more before it begins, such as 50ms.")
  @Nullable Duration latency;

  @Option(
      names = "--fault",
      paramLabel = "RULE",
      description = "What goes wrong, such as 'frames: status=503 every=7'; repeatable.")
  List<String> faults = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "From which the chance of faults comes. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(
      names = "--cors",
      paramLabel = "ORIGIN",
      defaultValue = "*",
      description =
          "Whose pages may read answers in a browser: an origin, * or none. Default:"
              + " ${DEFAULT-VALUE}.")
  String cors;

  @Option(
      names = {"--tlsCert", "--tls-cert"},
      paramLabel = "FILE",
      description = "Speak TLS, with this certificate (PEM).")
  @Nullable Path tlsCertificate;

  @Option(
      names = {"--tlsKey", "--tls-key"},
      paramLabel = "FILE",
      description = "Its private key (PEM, PKCS#8).")
  @Nullable Path tlsKey;

  @Option(names = "--debug", description = "Show a stack trace on a defect.")
  boolean debug;

  private final Terminal terminal;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public boolean debug() {
    return debug;
  }

  @Override
  public Integer call() throws InterruptedException {
    return Serving.run(this, terminal).number();
  }
}
