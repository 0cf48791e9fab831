package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.DumpPlan;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.PlanJson;
import dev.dicomwebdump.archive.StudyPlan;
import dev.dicomwebdump.dump.DicomwebDump;
import dev.dicomwebdump.dump.DumpRequest;
import dev.dicomwebdump.exchange.Problem;
import java.util.Objects;

/** Tells what a dump would be, and how well that is known. */
final class Planning {

  private final DumpRequest request;
  private final ViewOptions options;
  private final Terminal terminal;

  Planning(DumpRequest request, ViewOptions options, Terminal terminal) {
    this.request = request;
    this.options = options;
    this.terminal = terminal;
  }

  ExitCode run() {
    DicomwebDump dump = new DicomwebDump(request, new EventLines(terminal, options), terminal::say);
    Interrupts interrupts = new Interrupts(dump::windDown, dump::interrupt, this::hint);
    try {
      DumpPlan plan = watched(dump);
      show(plan);
      return ExitCode.of(plan.verdict());
    } finally {
      interrupts.close();
    }
  }

  private void hint(String line) {
    if (!options.quiet.value()) {
      terminal.say(line);
    }
  }

  private DumpPlan watched(DicomwebDump dump) {
    try (ProgressView view = options.view(terminal)) {
      view.begin(new DumpProgress(dump::progress));
      return dump.plan();
    }
  }

  private void show(DumpPlan plan) {
    if (options.json.value()) {
      terminal.print(PlanJson.encode(plan));
    } else if (!options.quiet.value()) {
      new PlanText(plan).lines().forEach(terminal.out()::println);
    }
    Unmatching.say(plan.unmatched(), terminal);
    if (plan.verdict() == DumpVerdict.FAILED) {
      terminal.say("no study could be counted: " + firstProblem(plan));
    } else if (plan.verdict() == DumpVerdict.INCOMPLETE) {
      terminal.say("not all could be counted");
    }
  }

  private static String firstProblem(DumpPlan plan) {
    return plan.studies().stream()
        .map(StudyPlan::problem)
        .filter(Objects::nonNull)
        .map(Problem::message)
        .findFirst()
        .orElse("none was found");
  }
}
