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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/** {@code dicomweb-dump stress}: asks a server again and again, and tells how long it takes. */
final class StressCommand extends Command {

  static final String NAME = "stress";

  private final Given<@Nullable DicomWebRoot> root =
      optional(DicomWebRoot.class, "-w", "--wadoRsRootUrl", "--wado-rs-root-url")
          .label("URL")
          .by(new RootConverter())
          .described(
              "WADO-RS root of the server; with --from, the recorded one where it is absent.");

  private final StudyOptions studies = including(new StudyOptions());

  private final Given<@Nullable Path> from =
      optional(Path.class, "--from")
          .label("FOLDER")
          .described(
              "Make the requests again that this dump holds, of all its studies or those named.");

  private final LoadOptions load = including(new LoadOptions());

  private final Given<List<String>> expected =
      list("--expect")
          .label("WHAT")
          .described(
              "Exit with 4 unless it is so: 'p99<200ms', 'frames.p99.9<1s', 'errors<0.1%%',",
              "'rate>100/s'; repeatable.");

  private final Given<@Nullable Path> hdrLog =
      optional(Path.class, "--hdr-log", "--hdrLog")
          .label("FILE")
          .described(
              "Write latencies to this file, second by second, for the tools of HdrHistogram.");

  private final Given<Boolean> yes =
      flag("-y", "--yes")
          .described("Do not ask before a host other than this one is put under load.");

  private final ConnectionOptions connection = including(new ConnectionOptions());

  private final NegotiationOptions negotiation = including(new NegotiationOptions());

  private final Given<@Nullable Path> report =
      optional(Path.class, "--report")
          .label("FILE")
          .described("Write an HTML page with charts and tables of all that was asked for.");

  private final MetricsOptions metrics = including(new MetricsOptions());

  private final ViewOptions views = including(new ViewOptions());

  private final Terminal terminal;
  private final Surroundings around;

  StressCommand(Terminal terminal, Surroundings around) {
    super(NAME);
    this.terminal = terminal;
    this.around = around;
    help()
        .description(
            "Makes the requests of a study, or those of a dump, again and again; verifies",
            "what comes, keeps none of it, and tells how long it takes.")
        .customSynopsis(
            "dicomweb-dump stress -w URL -s UID [OPTIONS]",
            "       dicomweb-dump stress --from FOLDER [-w URL] [OPTIONS]")
        .footer(
            "  0 all was had, or all expectations are met; 1 there was nothing to ask, or no server;",
            "  2 wrong usage; 3 something failed, and nothing was expected; 4 an expectation is not",
            "  met; 5 the output could not be written; 6 the server refused the credentials;",
            "  70 a defect; 130, 143 interrupted");
  }

  @Override
  boolean debug() {
    return views.debug.value();
  }

  @Override
  public Integer call() throws InterruptedException {
    connection.warnings().forEach(terminal::say);
    List<Expectation> expectations;
    StressSettings settings;
    Metering metering;
    try {
      metering = metrics.metering(terminal::say);
      expectations = expected.value().stream().map(Expectation::parse).toList();
      settings = settings();
    } catch (IllegalArgumentException | TypeConversionException e) {
      throw wrongUsage(e);
    }
    if (!yes.value() && !new Consent(terminal, around).isGiven(settings)) {
      return ExitCode.USAGE.number();
    }
    StressReport page = report.value() == null ? null : new StressReport(report.value());
    return new Stressing(settings, expectations, views, metering, page, terminal).run().number();
  }

  /** What the options say, read and checked. */
  StressSettings settings() {
    if (from.value() != null && !negotiation.transferSyntax.value().equals("*")) {
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
        from.value(),
        wanted,
        load.mix(),
        load.pattern.value(),
        load.seed.value(),
        fetch,
        transport,
        hdrLog.value(),
        program());
  }

  private DicomWebRoot root() {
    if (root.value() != null) {
      return root.value();
    }
    if (from.value() == null) {
      throw new IllegalArgumentException("name the server with -w, or a dump with --from");
    }
    return RecordedRoot.of(from.value());
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
        connection.compressed.value() ? "gzip" : "identity",
        Objects.requireNonNullElse(connection.headers.userAgent(), program().replace(' ', '/')),
        connection.headers.headers(),
        connection.credentials(asked, transport, around));
  }

  private List<Uid> studies(DicomWebRoot asked, FetchSettings fetch, TransportSettings transport) {
    List<Uid> named = studies.studies(from.value() == null, System.in);
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
