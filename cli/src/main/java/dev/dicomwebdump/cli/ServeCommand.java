package dev.dicomwebdump.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code dicomweb-dump serve FOLDER}: answers as the recorded server did. Names no class of the
 * server, so that no other command loads it.
 */
final class ServeCommand extends Command {

  static final String NAME = "serve";

  final Given<Path> folder = folder("A dump.");

  final Given<Integer> port =
      usually("8000", Integer.class, "--port")
          .label("N")
          .described("Port to listen at; 0 for one that is free. Default: ${DEFAULT-VALUE}.");

  final Given<String> host =
      usually("127.0.0.1", String.class, "--bind")
          .label("ADDRESS")
          .described(
              "Address to listen at; 0.0.0.0 lets others read the dump. Default: ${DEFAULT-VALUE}.");

  final Given<Boolean> exact =
      flag("--exact")
          .described(
              "Serve bodies as they are, though they name the recorded server, and play failures and"
                  + " redirects in the order in which they were recorded.");

  final Given<String> pace =
      usually("none", String.class, "--pace")
          .label("PACE")
          .described(
              "How long answers take: recorded, none, or a factor of what was recorded. Default:"
                  + " ${DEFAULT-VALUE}.");

  final Given<@Nullable Duration> latency =
      optional(Duration.class, "--latency")
          .label("TIME")
          .described("What each answer takes more before it begins, such as 50ms.");

  final Given<List<String>> faults =
      list("--fault")
          .label("RULE")
          .described("What goes wrong, such as 'frames: status=503 every=7'; repeatable.");

  final Given<Long> seed =
      usually("1", Long.class, "--seed")
          .label("N")
          .described("From which the chance of faults comes. Default: ${DEFAULT-VALUE}.");

  final Given<String> cors =
      usually("*", String.class, "--cors")
          .label("ORIGIN")
          .described(
              "Whose pages may read answers in a browser: an origin, * or none. Default:"
                  + " ${DEFAULT-VALUE}.");

  final Given<@Nullable Path> tlsCertificate =
      optional(Path.class, "--tlsCert", "--tls-cert")
          .label("FILE")
          .described("Speak TLS, with this certificate (PEM).");

  final Given<@Nullable Path> tlsKey =
      optional(Path.class, "--tlsKey", "--tls-key")
          .label("FILE")
          .described("Its private key (PEM, PKCS#8).");

  private final Given<Boolean> debug = flag("--debug").described("Show a stack trace on a defect.");

  private final Terminal terminal;

  ServeCommand(Terminal terminal) {
    super(NAME);
    this.terminal = terminal;
    help()
        .description(
            "Serves a dump as the DICOMweb server that it was taken from. The first line on stdout is"
                + " the root URL; Ctrl-C ends it.")
        .footer(
            "  1 there is no dump, or no listening at that address and port; 2 wrong usage;",
            "  70 a defect; 130, 143 ended by Ctrl-C, by SIGTERM");
  }

  @Override
  boolean debug() {
    return debug.value();
  }

  @Override
  public Integer call() throws InterruptedException {
    return Serving.run(this, terminal).number();
  }
}
