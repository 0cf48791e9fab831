package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.DumpRequest;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.dump.Rerun;
import dev.dicomwebdump.transport.TransportSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code dicomweb-dump -w URL -s UID -o FOLDER}: the command line, and nothing else. */
@Command(
    name = "dicomweb-dump",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Dumps studies from a DICOMweb server: every response, exactly as it came.",
    commandListHeading = "%nOther commands (dump is the default; COMMAND --help tells more):%n",
    customSynopsis = "dicomweb-dump -w URL -s UID -o FOLDER [OPTIONS]",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 complete; 1 no study could be walked; 2 wrong usage;",
      "  3 something failed or is incomplete; 5 the output could not be written;",
      "  6 the server refused the credentials; 70 a defect; 130, 143 interrupted"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DumpCommand implements Callable<Integer>, Debuggable {

  @Spec CommandSpec spec;

  @Mixin ServerOptions server;

  @Mixin StudyOptions studies;

  @Option(
      names = {"-o", "--outputFolder", "--output-folder"},
      required = true,
      paramLabel = "FOLDER",
      description = "Where the dump goes.")
  Path folder;

  @Mixin StorageOptions storage;

  @Mixin SelectionOptions selection;

  @Mixin NegotiationOptions negotiation;

  @Mixin PolitenessOptions politeness;

  @Option(
      names = {"--dry-run", "--dryRun"},
      description = {
        "Tell studies, instances and an estimate of requests, and write nothing;",
        "with --json for machines."
      })
  boolean dryRun;

  @Option(
      names = {"-a", "--abort"},
      description = "Stop at the first failed resource.")
  boolean abort;

  @Option(
      names = "--recheck",
      description = "Hash all that is there before it counts; otherwise length and time decide.")
  boolean recheck;

  @Option(
      names = "--refresh",
      description = "Ask for metadata again; a former response that differs is kept.")
  boolean refresh;

  @Option(
      names = "--restart",
      description = "Delete what the folder holds of the studies, and begin anew.")
  boolean restart;

  @Option(
      names = "--failed",
      paramLabel = "FILE",
      description =
          "List what failed, is incomplete or pending in this file, one JSON object a line.")
  @Nullable Path failed;

  @Option(
      names = {"--onlyFailed", "--only-failed"},
      paramLabel = "FILE",
      description =
          "Ask for just what a list written by --failed names, with -s for what it names of these"
              + " studies; FILE may be that of --failed, too.")
  @Nullable Path onlyFailed;

  @Mixin AfterwardsOptions afterwards;

  @Mixin MetricsOptions metrics;

  @Mixin ViewOptions views;

  private final Terminal terminal;
  private final Surroundings around;

  DumpCommand(Terminal terminal, Surroundings around) {
    this.terminal = terminal;
    this.around = around;
  }

  @Override
  public boolean debug() {
    return views.debug;
  }

  @Override
  public Integer call() {
    server.connection.warnings().forEach(terminal::say);
    DumpRequest request = request();
    return dryRun
        ? new Planning(request, views, terminal).run().number()
        : new Dumping(request, views, afterwards, metering(), terminal).run().number();
  }

  private Metering metering() {
    try {
      return metrics.metering(terminal::say);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** What the options say, read and checked. */
  DumpRequest request() {
    try {
      if (dryRun && onlyFailed != null) {
        throw new IllegalArgumentException(
            "--dry-run has nothing to tell of --only-failed: its list names what is asked for");
      }
      if (dryRun && (afterwards.areGiven() || metrics.port != null)) {
        throw new IllegalArgumentException(
            "--dry-run makes no dump: leave out --har, --report and --metrics-port");
      }
      afterwards.check(folder, views.json);
      int concurrency = politeness.concurrency(around);
      TransportSettings transport =
          server.connection.transport(server.root, concurrency, null, around);
      return storage
          .applyTo(new DumpRequestBuilder(server.root, folder))
          .studies(studies.studies(onlyFailed == null, System.in))
          .queries(studies.queries())
          .selection(selection.selection())
          .concurrency(concurrency)
          .politeness(politeness.politeness(around))
          .accept(negotiation.accept())
          .abort(abort)
          .retries(server.retries)
          .maxRetryWait(server.maxRetryWait)
          .outage(server.outage)
          .credentials(server.connection.credentials(server.root, transport, around))
          .headers(server.connection.headers.headers())
          .recordedHeaders(server.recorded)
          .userAgent(server.connection.headers.userAgent())
          .compressed(server.connection.compressed)
          .transport(transport)
          .failed(failed)
          .onlyFailed(onlyFailed)
          .rerun(new Rerun(recheck, refresh, restart))
          .program(Version.NAME + " " + Version.number())
          .build();
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
