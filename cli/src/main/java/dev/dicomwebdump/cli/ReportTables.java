package dev.dicomwebdump.cli;

import dev.dicomwebdump.report.ConnectionFigures;
import dev.dicomwebdump.report.KindFigures;
import dev.dicomwebdump.report.LatencyFigures;
import dev.dicomwebdump.report.Percentiles;
import dev.dicomwebdump.report.Phase;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.StatusFigures;
import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures of a dump as tables, a few lines each. */
final class ReportTables {

  /** What is told of each kind; of all together every phase is. */
  private static final Set<Phase> OF_KINDS =
      EnumSet.of(Phase.CONNECT, Phase.TLS, Phase.WAIT, Phase.RECEIVE);

  private final ReportFigures figures;

  ReportTables(ReportFigures figures) {
    this.figures = figures;
  }

  TextTable latencies() {
    TextTable table =
        new TextTable(1, "kind", "count", "mean", "p50", "p90", "p99", "p99.9", "max");
    for (LatencyFigures latency : figures.latencies()) {
      if (latency.phase() == Phase.WHOLE) {
        Percentiles times = latency.times();
        table.row(
            kind(latency.kind()),
            Long.toString(times.count()),
            milliseconds(times.mean()),
            milliseconds(times.p50()),
            milliseconds(times.p90()),
            milliseconds(times.p99()),
            milliseconds(times.p999()),
            milliseconds(times.max()));
      }
    }
    return table;
  }

  TextTable phases() {
    TextTable table = new TextTable(2, "kind", "phase", "count", "p50", "p90", "p99", "max");
    for (LatencyFigures latency : figures.latencies()) {
      boolean told = latency.kind() == null || OF_KINDS.contains(latency.phase());
      if (told && latency.phase() != Phase.WHOLE) {
        Percentiles times = latency.times();
        table.row(
            kind(latency.kind()),
            latency.phase().published(),
            Long.toString(times.count()),
            milliseconds(times.p50()),
            milliseconds(times.p90()),
            milliseconds(times.p99()),
            milliseconds(times.max()));
      }
    }
    return table;
  }

  TextTable timeline() {
    return TimelineTable.of(figures.timeline(), figures.traffic());
  }

  TextTable kinds() {
    TextTable table =
        new TextTable(1, "kind", "complete", "not", "requests", "bytes", "p50", "max");
    for (KindFigures kind : figures.kinds()) {
      table.row(
          kind.kind().published(),
          Long.toString(kind.complete()),
          Long.toString(kind.resources() - kind.complete()),
          Long.toString(kind.requests()),
          Quantities.bytes(kind.sizes().total()),
          Quantities.bytes(kind.sizes().p50()),
          Quantities.bytes(kind.sizes().max()));
    }
    return table;
  }

  TextTable statuses() {
    TextTable table = new TextTable(2, "status", "kind", "requests", "bytes", "p50", "p99", "max");
    for (StatusFigures status : figures.statuses()) {
      table.row(
          status(status.status()),
          status.kind().published(),
          Long.toString(status.times().count()),
          Quantities.bytes(status.bytes()),
          milliseconds(status.times().p50()),
          milliseconds(status.times().p99()),
          milliseconds(status.times().max()));
    }
    return table;
  }

  TextTable connections() {
    TextTable table = new TextTable(2, "version", "address", "requests", "opened");
    for (ConnectionFigures connection : figures.connections()) {
      table.row(
          connection.httpVersion().isEmpty() ? "none" : connection.httpVersion(),
          connection.address().isEmpty() ? "none" : connection.address(),
          Long.toString(connection.requests()),
          Long.toString(connection.opened()));
    }
    return table;
  }

  /** With one decimal, which is more than is certain. */
  static String milliseconds(Duration duration) {
    return decimal(duration.toNanos() / 1e6);
  }

  static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  static String status(int status) {
    return switch (status) {
      case 0 -> "none";
      case StatusFigures.OTHERS -> "others";
      default -> Integer.toString(status);
    };
  }

  private static String kind(@Nullable ResourceKind kind) {
    return kind == null ? "all" : kind.published();
  }
}
