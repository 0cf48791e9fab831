package dev.dicomwebdump.cli;

import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.DumpRequestBuilder;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.fetch.FetchSettings;
import dev.dicomwebdump.fetch.Politeness;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.stress.Expectation;
import dev.dicomwebdump.stress.Load;
import dev.dicomwebdump.stress.RecordedRoot;
import dev.dicomwebdump.stress.StressSettings;
import dev.dicomwebdump.transport.TransportSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code dicomweb-dump stress}: asks a server again and again, and tells how long it takes. */
@Command(
    name = StressCommand.NAME,
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes the requests of a study, or those of a dump, again and again; verifies",
      "what comes, keeps none of it, and tells how long it takes."
    },
    customSynopsis = {
      "dicomweb-dump stress -w URL -s UID [OPTIONS]",
      "       dicomweb-dump stress --from FOLDER [-w URL] [OPTIONS]"
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 all was had, or all expectations are met; 1 there was nothing to ask, or no server;",
      "  2 wrong usage; 3 something failed, and nothing was expected; 4 an expectation is not",
      "  met; 5 the output could not be written; 6 the server refused the credentials;",
      "  70 a defect; 130, 143 interrupted"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StressCommand implements Callable<Integer>, Debuggable {

  static final String NAME = "stress";

  @Spec CommandSpec spec;

  @Option(
      names = {"-w", "--wadoRsRootUrl", "--wado-rs-root-url"},
      paramLabel = "URL",
      converter = RootConverter.class,
      description = "WADO-RS root of the server; with --from, the recorded one where it is absent.")
  @Nullable DicomWebRoot root;

  @Mixin StudyOptions studies;

  @Option(
      names = "--from",
      paramLabel = "FOLDER",
      description =
          "Make the requests again that this dump holds, of all its studies or those named.")
  @Nullable Path from;

  @Mixin LoadOptions load;

  @Option(
      names = "--expect",
      paramLabel = "WHAT",
      description = {
        "Exit with 4 unless it is so: 'p99<200ms', 'frames.p99.9<1s', 'errors<0.1%%',",
        "'rate>100/s'; repeatable."
      })
  List<String> expected = new ArrayList<>();

  @Option(
      names = {"--hdr-log", "--hdrLog"},
      paramLabel = "FILE",
      description =
          "Write latencies to this file, second by second, for the tools of HdrHistogram.")
  @Nullable Path hdrLog;

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask before a host other than this one is put under load.")
  boolean yes;

  @Mixin ConnectionOptions connection;

  @Mixin NegotiationOptions negotiation;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write an HTML page with charts and tables of all that was asked for.")
  @Nullable Path report;

  @Mixin MetricsOptions metrics;

  @Mixin ViewOptions views;

  private final Terminal terminal;
  private final Surroundings around;

  StressCommand(Terminal terminal, Surroundings around) {
    this.terminal = terminal;
    this.around = around;
  }

  @Override
  public boolean debug() {
    return views.debug;
  }

  @Override
  public Integer call() throws InterruptedException {
    connection.warnings().forEach(terminal::say);
    List<Expectation> expectations;
    StressSettings settings;
    Metering metering;
    try {
      metering = metrics.metering(terminal::say);
      expectations = expected.stream().map(Expectation::parse).toList();
      settings = settings();
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    if (!yes && !new Consent(terminal, around).isGiven(settings)) {
      return ExitCode.USAGE.number();
    }
    StressReport page = report == null ? null : new StressReport(report);
    return new Stressing(settings, expectations, views, metering, page, terminal).run().number();
  }

  /** What the options say, read and checked. */
  StressSettings settings() {
    if (from != null && !negotiation.transferSyntax.equals("*")) {
      throw new IllegalArgumentException(
          "--transfer-syntax has no use with --from: requests are made as they were recorded");
    }
    Load wanted = load.load();
    DicomWebRoot asked = root();
    TransportSettings transport = connection.transport(asked, wanted.concurrency(), 1, around);
    FetchSettings fetch = fetch(asked, wanted, transport);
    return new StressSettings(
        asked,
        studies(asked, fetch, transport),
        from,
        wanted,
        load.mix(),
        load.pattern,
        load.seed,
        fetch,
        transport,
        hdrLog,
        program());
  }

  private DicomWebRoot root() {
    if (root != null) {
      return root;
    }
    if (from == null) {
      throw new IllegalArgumentException("name the server with -w, or a dump with --from");
    }
    return RecordedRoot.of(from);
  }

  /** What is found out before the run is asked for as a dump does. */
  private FetchSettings fetch(DicomWebRoot asked, Load wanted, TransportSettings transport) {
    FetchSettings usual = FetchSettings.DEFAULTS;
    return new FetchSettings(
        usual.retries(),
        usual.maxRetryWait(),
        Duration.ZERO,
        wanted.concurrency(),
        Politeness.NONE,
        negotiation.accept(),
        connection.compressed ? "gzip" : "identity",
        Objects.requireNonNullElse(connection.headers.userAgent(), program().replace(' ', '/')),
        connection.headers.headers(),
        connection.credentials(asked, transport, around));
  }

  private List<Uid> studies(DicomWebRoot asked, FetchSettings fetch, TransportSettings transport) {
    List<Uid> named = studies.studies(from == null, System.in);
    if (studies.queries().isEmpty()) {
      return named;
    }
    DumpRequestBuilder searched =
        new DumpRequestBuilder(asked, Path.of(""))
            .studies(named)
            .queries(studies.queries())
            .credentials(fetch.credentials())
            .headers(fetch.extraHeaders())
            .userAgent(fetch.userAgent())
            .transport(transport);
    return new DicomwebDump(searched.build(), EventListener.NONE, terminal::say).studies();
  }

  private static String program() {
    return Version.NAME + " " + Version.number();
  }
}
