package dev.dicomwebdump.report.page;

import dev.dicomwebdump.report.LatencyFigures;
import dev.dicomwebdump.report.Percentiles;
import dev.dicomwebdump.report.Phase;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long requests took: a percentile curve, and a table by kind and phase. */
final class LatencySection implements Section {

  private static final Set<Phase> ALWAYS =
      EnumSet.of(Phase.WHOLE, Phase.CONNECT, Phase.TLS, Phase.WAIT, Phase.RECEIVE);

  /** Other phases are told when they ever took so long. */
  private static final Duration WORTH_TELLING = Duration.ofMillis(10);

  private final List<LatencyFigures> shown;

  LatencySection(ReportFigures figures) {
    boolean oneKind = figures.kinds().size() == 1;
    this.shown =
        figures.latencies().stream()
            .filter(latency -> !(oneKind && latency.kind() == null))
            .filter(LatencySection::isWorthTelling)
            .toList();
  }

  private static boolean isWorthTelling(LatencyFigures latency) {
    return ALWAYS.contains(latency.phase()) || latency.times().max().compareTo(WORTH_TELLING) >= 0;
  }

  @Override
  public String id() {
    return "latency";
  }

  @Override
  public String title() {
    return "Latency";
  }

  @Override
  public boolean isEmpty() {
    return shown.isEmpty();
  }

  @Override
  public void write(Html html) {
    Chart.write(
        html,
        "percentiles",
        "How long whole requests took, by percentile",
        "The table below has the same figures.");
    Table table =
        Table.open(
            html,
            "How long each phase took, by kind of resource",
            Table.Column.text("Phase"),
            Table.Column.number("Requests"),
            Table.Column.number("p50"),
            Table.Column.number("p90"),
            Table.Column.number("p99"),
            Table.Column.number("p99.9"),
            Table.Column.number("Longest"),
            Table.Column.text("p50 to p99, and the longest; logarithmic"));
    RangeBar bar = RangeBar.over(shown.stream().map(LatencyFigures::times).toList());
    ResourceKind kind = null;
    boolean begun = false;
    for (LatencyFigures latency : shown) {
      if (!begun || !Objects.equals(kind, latency.kind())) {
        table.group(kindName(latency.kind()));
      }
      begun = true;
      kind = latency.kind();
      row(html, table, latency, bar);
    }
    table.close();
  }

  private static void row(Html html, Table table, LatencyFigures latency, RangeBar bar) {
    Percentiles times = latency.times();
    table.begin(phaseName(latency.phase()));
    table.cell(1, Quantity.number(times.count()));
    table.cell(2, Quantity.time(times.p50()));
    table.cell(3, Quantity.time(times.p90()));
    table.cell(4, Quantity.time(times.p99()));
    table.cell(5, Quantity.time(times.p999()));
    table.cell(6, Quantity.time(times.max()));
    table.cell(7, () -> bar.write(html, times));
    table.end();
  }

  private static String kindName(@Nullable ResourceKind kind) {
    return kind == null ? "all kinds" : kind.published();
  }

  private static String phaseName(Phase phase) {
    return switch (phase) {
      case WHOLE -> "whole request";
      case TLS -> "TLS (in connect)";
      default -> phase.published();
    };
  }
}
