package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.DumpPlan;
import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.archive.StudyPlan;
import dev.dicomwebdump.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a person what a run would do. */
final class PlanText {

  private final DumpPlan plan;
  private final List<String> lines = new ArrayList<>();

  PlanText(DumpPlan plan) {
    this.plan = plan;
  }

  List<String> lines() {
    lines.add("a run with these options:");
    lines.add("  root: " + plan.root());
    lines.add("  folder: " + plan.folder());
    plan.queries().forEach(query -> lines.add("  query: " + (query.isEmpty() ? "all" : query)));
    plan.options().forEach((name, value) -> lines.add("  " + name + ": " + value));
    plan.studies().forEach(this::addStudy);
    addTotal();
    addEstimate();
    lines.add("dry run: nothing was written");
    return lines;
  }

  private void addStudy(StudyPlan study) {
    String numbers =
        extent(study.series(), study.instances(), study.frames(), study.framesUntold());
    String line = "study " + study.study() + ": ";
    if (study.problem() == null) {
      lines.add(line + numbers);
    } else {
      lines.add(
          line
              + (study.isUncounted() ? "NOT COUNTED: " : "at least " + numbers + ": ")
              + study.problem().message());
    }
  }

  private void addTotal() {
    String more = plan.verdict() == DumpVerdict.COMPLETE ? "" : "at least ";
    lines.add(
        "%s%d studies, %s"
            .formatted(
                more,
                plan.studies().stream().filter(study -> !study.isUncounted()).count(),
                extent(plan.series(), plan.instances(), plan.frames(), plan.framesUntold())));
  }

  private static String extent(long series, long instances, long frames, long untold) {
    String some = untold > 0 ? " (of %d instances none are told)".formatted(untold) : "";
    String told = untold > 0 && frames == 0 ? "frames unknown" : frames + " frames" + some;
    return "%d series, %d instances, %s".formatted(series, instances, told);
  }

  private void addEstimate() {
    Map<ResourceKind, Long> requests = new TreeMap<>(plan.requests());
    lines.add(
        requests.entrySet().stream()
            .map(kind -> kind.getValue() + " " + kind.getKey().published())
            .collect(
                Collectors.joining(", ", "estimate: " + plan.allRequests() + " requests (", ")")));
    plan.unknown().forEach(what -> lines.add("  not among them: " + what));
  }
}
