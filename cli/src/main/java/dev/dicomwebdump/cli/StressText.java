package dev.dicomwebdump.cli;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.stress.GeneratorLoad;
import dev.dicomwebdump.stress.KindFigures;
import dev.dicomwebdump.stress.Latencies;
import dev.dicomwebdump.stress.Lateness;
import dev.dicomwebdump.stress.Load;
import dev.dicomwebdump.stress.Rate;
import dev.dicomwebdump.stress.StressResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells people what a stress test came to. */
final class StressText {

  private final StressResult result;
  private final List<String> lines = new ArrayList<>();

  StressText(StressResult result) {
    this.result = result;
  }

  /** The lines, in order. */
  List<String> lines() {
    lines.add(what());
    addTable("to the last byte, ms", KindFigures::whole);
    addTable("to the first byte, ms", KindFigures::firstByte);
    addOutcome();
    addLateness();
    lines.add(generator());
    result.limits().forEach(limit -> lines.add("note: " + limit));
    return List.copyOf(lines);
  }

  private String what() {
    Load load = result.settings().load();
    String list =
        result.listed() == result.found()
            ? result.listed() + " different requests"
            : result.listed() + " of " + result.found() + " different requests";
    return "%s: %s%s over %s%s; %s"
        .formatted(
            result.settings().root(),
            load.isOpen() ? rate(load) + ", at most " : "",
            load.concurrency() + " in flight",
            Quantities.time(result.measured()),
            ending(),
            list);
  }

  private String ending() {
    return switch (result.ending()) {
      case DURATION -> "";
      case REQUESTS -> " (ended after " + result.settings().load().maxRequests() + " requests)";
      case INTERRUPTED -> " (interrupted)";
    };
  }

  private void addTable(String title, Function<KindFigures, Latencies> latencies) {
    TextTable table =
        new TextTable(
            1, title, "requests", "failed", "per s", "mean", "p50", "p90", "p99", "p99.9", "max");
    addRow(table, "all", result.whole(), latencies);
    if (result.kinds().size() > 1) {
      result
          .kinds()
          .forEach((kind, figures) -> addRow(table, kind.published(), figures, latencies));
    }
    lines.addAll(table.lines());
  }

  private void addRow(
      TextTable table,
      String name,
      KindFigures figures,
      Function<KindFigures, Latencies> latencies) {
    Latencies times = latencies.apply(figures);
    table.row(
        name,
        Long.toString(figures.requests()),
        Long.toString(figures.failed()),
        decimal(result.rate(figures)),
        number(times.mean()),
        number(times.percentile(50)),
        number(times.percentile(90)),
        number(times.percentile(99)),
        number(times.percentile(99.9)),
        number(times.max()));
  }

  private void addOutcome() {
    KindFigures whole = result.whole();
    lines.add(
        "  %d of %d verified; %s, %s"
            .formatted(
                whole.verified(),
                whole.requests(),
                Quantities.bytes(whole.bytes()),
                Quantities.rate(whole.bytes(), result.measured())));
    lines.add(
        "  statuses: "
            + whole.statuses().entrySet().stream()
                .map(status -> ReportTables.status(status.getKey()) + ": " + status.getValue())
                .collect(Collectors.joining(", ")));
    @Nullable Problem example = whole.example();
    if (example != null) {
      lines.add("  failed: " + problems(whole) + "; the first: " + example.message());
    }
    if (result.unfinished() > 0) {
      lines.add(
          "  " + result.unfinished() + " requests did not come to an end, and were broken off");
    }
  }

  private static String problems(KindFigures whole) {
    return whole.problems().entrySet().stream()
        .map(problem -> problem.getKey().published() + " " + problem.getValue())
        .collect(Collectors.joining(", "));
  }

  private void addLateness() {
    Lateness late = result.lateness();
    if (late.heldUp() > 0) {
      lines.add(
          "  %d requests began up to %s late, since %d were in flight: -c allows more"
              .formatted(
                  late.heldUp(),
                  milliseconds(late.longestHeldUp()),
                  result.settings().load().concurrency()));
    }
    if (late.neverBegun() > 0) {
      lines.add("  " + late.neverBegun() + " requests that were due had not begun at the end");
    }
  }

  private String generator() {
    GeneratorLoad load = result.generator();
    String text =
        "  this program: %s of %d cores, garbage collection %s of the time, all programs %s"
            .formatted(
                percent(load.ownCpu()),
                load.cores(),
                percent(load.collecting()),
                percent(load.machineCpu()));
    return result.settings().load().isOpen()
        ? text + ", 99 of 100 requests begun at most " + milliseconds(load.overslept()) + " late"
        : text + ", own work " + percent(load.ownWork()) + " of the workers' time";
  }

  /** The rate of an open loop. */
  static String rate(Load load) {
    @Nullable Rate rate = load.rate();
    if (rate == null) {
      return "";
    }
    String numbers =
        rate.isRamp() ? decimal(rate.from()) + " to " + decimal(rate.to()) : decimal(rate.from());
    return numbers + "/s" + (load.poisson() ? " by chance" : "");
  }

  static String milliseconds(Duration time) {
    return number(time) + " ms";
  }

  static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  private static String number(Duration time) {
    return String.format(Locale.ROOT, "%.2f", time.toNanos() / 1e6);
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "unknown" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
