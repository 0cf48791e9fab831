package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.DumpState;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.archive.RunEnd;
import dev.dicomwebdump.archive.StudyVerdict;
import dev.dicomwebdump.archive.SummaryJson;
import dev.dicomwebdump.dump.CredentialsRefusedException;
import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.DumpRequest;
import dev.dicomwebdump.dump.DumpResult;
import dev.dicomwebdump.dump.NothingFoundException;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.Politeness;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Runs one dump, shows it, and tells how it ended. */
final class Dumping {

  private static final int MANY_REQUESTS = 200;

  private final DumpRequest request;
  private final ViewOptions options;
  private final AfterwardsOptions afterwards;
  private final Metering metering;
  private final Terminal terminal;

  Dumping(
      DumpRequest request,
      ViewOptions options,
      AfterwardsOptions afterwards,
      Metering metering,
      Terminal terminal) {
    this.request = request;
    this.options = options;
    this.afterwards = afterwards;
    this.metering = metering;
    this.terminal = terminal;
  }

  ExitCode run() {
    EventListener listener = metering.before(new EventLines(terminal, options));
    DicomwebDump dump = new DicomwebDump(request, listener, terminal::say);
    try (metering;
        HarOutput log = afterwards.har.begin(request.folder(), request.permissions(), terminal);
        ReportFile page = afterwards.beginPage()) {
      metering.begin(dump);
      return run(dump, log, page);
    }
  }

  private ExitCode run(DicomwebDump dump, HarOutput log, @Nullable ReportFile page) {
    Interrupts interrupts = new Interrupts(dump::windDown, dump::interrupt, this::hint);
    try {
      DumpResult result = watched(dump);
      show(result);
      boolean isWhole = write(log, page);
      ExitCode code = ExitCode.of(result);
      return code == ExitCode.COMPLETE && !isWhole ? ExitCode.INCOMPLETE : code;
    } catch (CredentialsRefusedException | NothingFoundException e) {
      // What was refused is recorded, and what one wants to look at.
      write(log, page);
      throw e;
    } finally {
      interrupts.close();
    }
  }

  private boolean write(HarOutput log, @Nullable ReportFile page) {
    return AfterwardsOptions.write(log, page, request.folder(), terminal);
  }

  private void hint(String line) {
    if (!options.quiet.value()) {
      terminal.say(line);
    }
  }

  private DumpResult watched(DicomwebDump dump) {
    try (ProgressView view = options.view(terminal)) {
      view.begin(new DumpProgress(dump::progress));
      return dump.run();
    }
  }

  private void show(DumpResult result) {
    if (options.json.value()) {
      terminal.print(SummaryJson.encode(result.overall()));
    } else if (!options.quiet.value()) {
      PrintStream to = afterwards.har.takesStdout() ? terminal.err() : terminal.out();
      new SummaryText(request, result).lines().forEach(to::println);
    }
    sayWhatIsWrong(result);
    if (request.concurrency() == 1
        && request.politeness().equals(Politeness.NONE)
        && result.overall().run().requests() > MANY_REQUESTS) {
      hint(
          "hint: one request at a time; -c 8 keeps eight in flight, -c auto as many as serve best");
    }
  }

  /** The line on stderr that goes with an exit code other than 0, quiet or not. */
  private void sayWhatIsWrong(DumpResult result) {
    Unmatching.say(result.overall().run().unmatched(), terminal);
    String details = "; see " + request.folder().resolve(Layout.summary());
    if (result.end() != RunEnd.FINISHED) {
      terminal.say(result.end().published() + ": " + result.overall().run().endMessage() + details);
    } else if (result.verdict() == DumpVerdict.FAILED) {
      terminal.say("no study could be walked: " + firstProblem(result.overall().dump()) + details);
    } else if (result.verdict() == DumpVerdict.INCOMPLETE) {
      terminal.say("the dump is not complete" + details);
    }
  }

  private static String firstProblem(DumpState dump) {
    return dump.extent() instanceof DumpState.AllStudies all
        ? all.studies().stream().map(Dumping::problemOf).findFirst().orElse("none was named")
        : "none was named";
  }

  private static String problemOf(StudyVerdict study) {
    Problem problem = study.problem();
    return "study " + study.study() + ": " + (problem == null ? "failed" : problem.message());
  }
}
