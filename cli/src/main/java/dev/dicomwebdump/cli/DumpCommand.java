package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.DumpRequest;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.dump.Rerun;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.transport.TransportSettings;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** {@code dicomweb-dump -w URL -s UID -o FOLDER}: the command line, and nothing else. */
final class DumpCommand extends Command {

  private final ServerOptions server = including(new ServerOptions());

  private final StudyOptions studies = including(new StudyOptions());

  private final Given<Path> folder =
      required(Path.class, "-o", "--outputFolder", "--output-folder")
          .label("FOLDER")
          .described("Where the dump goes.");

  private final StorageOptions storage = including(new StorageOptions());

  private final SelectionOptions selection = including(new SelectionOptions());

  private final NegotiationOptions negotiation = including(new NegotiationOptions());

  private final PolitenessOptions politeness = including(new PolitenessOptions());

  private final Given<Boolean> dryRun =
      flag("--dry-run", "--dryRun")
          .described(
              "Tell studies, instances and an estimate of requests, and write nothing;",
              "with --json for machines.");

  private final Given<Boolean> abort =
      flag("-a", "--abort").described("Stop at the first failed resource.");

  private final Given<Boolean> recheck =
      flag("--recheck")
          .described("Hash all that is there before it counts; otherwise length and time decide.");

  private final Given<Boolean> refresh =
      flag("--refresh")
          .described("Ask for metadata again; a former response that differs is kept.");

  private final Given<Boolean> restart =
      flag("--restart").described("Delete what the folder holds of the studies, and begin anew.");

  private final Given<@Nullable Path> failed =
      optional(Path.class, "--failed")
          .label("FILE")
          .described(
              "List what failed, is incomplete or pending in this file, one JSON object a line.");

  private final Given<@Nullable Path> onlyFailed =
      optional(Path.class, "--onlyFailed", "--only-failed")
          .label("FILE")
          .described(
              "Ask for just what a list written by --failed names, with -s for what it names of these"
                  + " studies; FILE may be that of --failed, too.");

  private final AfterwardsOptions afterwards = including(new AfterwardsOptions());

  private final MetricsOptions metrics = including(new MetricsOptions());

  private final ViewOptions views = including(new ViewOptions());

  private final Terminal terminal;
  private final Surroundings around;

  DumpCommand(Terminal terminal, Surroundings around) {
    super(Version.NAME);
    this.terminal = terminal;
    this.around = around;
    help()
        .description("Dumps studies from a DICOMweb server: every response, exactly as it came.")
        .commandListHeading("%nOther commands (dump is the default; COMMAND --help tells more):%n")
        .customSynopsis("dicomweb-dump -w URL -s UID -o FOLDER [OPTIONS]")
        .footer(
            "  0 complete; 1 no study could be walked; 2 wrong usage;",
            "  3 something failed or is incomplete; 5 the output could not be written;",
            "  6 the server refused the credentials; 70 a defect; 130, 143 interrupted");
  }

  @Override
  boolean debug() {
    return views.debug.value();
  }

  @Override
  public Integer call() {
    server.connection.warnings().forEach(terminal::say);
    DumpRequest request = request();
    return dryRun.value()
        ? new Planning(request, views, terminal).run().number()
        : new Dumping(request, views, afterwards, metering(), terminal).run().number();
  }

  private Metering metering() {
    try {
      return metrics.metering(terminal::say);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e);
    }
  }

  /** What the options say, read and checked. */
  DumpRequest request() {
    try {
      if (dryRun.value() && onlyFailed.value() != null) {
        throw new IllegalArgumentException(
            "--dry-run has nothing to tell of --only-failed: its list names what is asked for");
      }
      if (dryRun.value() && (afterwards.areGiven() || metrics.port.value() != null)) {
        throw new IllegalArgumentException(
            "--dry-run makes no dump: leave out --har, --report and --metrics-port");
      }
      afterwards.check(folder.value(), views.json.value());
      DicomWebRoot root = server.root.value();
      int concurrency = politeness.concurrency(around);
      TransportSettings transport = server.connection.transport(root, concurrency, null, around);
      return storage
          .applyTo(new DumpRequestBuilder(root, folder.value()))
          .studies(studies.studies(onlyFailed.value() == null, System.in))
          .queries(studies.queries())
          .selection(selection.selection())
          .concurrency(concurrency)
          .politeness(politeness.politeness(around))
          .accept(negotiation.accept())
          .abort(abort.value())
          .retries(server.retries.value())
          .maxRetryWait(server.maxRetryWait.value())
          .outage(server.outage.value())
          .credentials(server.connection.credentials(root, transport, around))
          .headers(server.connection.headers.headers())
          .recordedHeaders(Set.copyOf(server.recorded.value()))
          .userAgent(server.connection.headers.userAgent())
          .compressed(server.connection.compressed.value())
          .transport(transport)
          .failed(failed.value())
          .onlyFailed(onlyFailed.value())
          .rerun(new Rerun(recheck.value(), refresh.value(), restart.value()))
          .program(Version.NAME + " " + Version.number())
          .build();
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw wrongUsage(e);
    }
  }
}
