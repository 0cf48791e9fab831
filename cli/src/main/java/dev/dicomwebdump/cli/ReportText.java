package dev.dicomwebdump.cli;

import dev.dicomwebdump.report.DumpFigures;
import dev.dicomwebdump.report.ErrorFigures;
import dev.dicomwebdump.report.ExchangeFigures;
import dev.dicomwebdump.report.RecordFigures;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.TrafficFigures;
import java.util.ArrayList;
import java.util.List;

/** Tells a person the figures of a dump, in at most 100 columns but for paths and messages. */
final class ReportText {

  private static final int MOST_ERRORS = 20;
  private static final int MOST_SLOW = 10;

  private final ReportFigures figures;
  private final List<String> lines = new ArrayList<>();

  ReportText(ReportFigures figures) {
    this.figures = figures;
  }

  List<String> lines() {
    addDump(figures.dump(), figures.records());
    addTraffic(figures.traffic());
    ReportTables tables = new ReportTables(figures);
    add("latency: each request that got a response, as a whole, in ms", tables.latencies());
    add("phases: in ms", tables.phases());
    add("over time", tables.timeline());
    add("resources: what became of them, and the bytes of their bodies", tables.kinds());
    add("statuses: requests by status, in ms", tables.statuses());
    addErrors();
    add("connections", tables.connections());
    addSlowest();
    // Names of files may be anybody's: what steers a terminal is taken out.
    return lines.stream().map(line -> line.replaceAll("[\\p{Cc}\\p{Cf}]", "?")).toList();
  }

  private void addDump(DumpFigures dump, RecordFigures records) {
    String verdict =
        dump.verdict() == null
            ? "not known whether it is complete"
            : SummaryText.words(dump.verdict());
    lines.add(figures.folder() + ": " + verdict);
    dump.roots().forEach(root -> lines.add("  server: " + root));
    lines.add(
        "  %d studies, %d series, %d instances, %d frames; %d records"
            .formatted(
                dump.studies(), dump.series(), dump.instances(), dump.frames(), records.read()));
    if (dump.pending() > 0) {
      lines.add("  pending: " + dump.pending() + " resources were not asked for");
    }
    if (dump.unfinished() > 0) {
      lines.add("  unfinished: " + dump.unfinished() + " studies, a run goes on or was killed");
    }
    if (!records.unread().isNothing()) {
      lines.add("  damaged: " + records.unread().count() + " records are in no figure");
      records
          .unread()
          .named()
          .forEach(entry -> lines.add("    " + entry.path() + ": " + entry.why()));
    }
  }

  private void addTraffic(TrafficFigures traffic) {
    lines.add(
        "  %d requests, %s in %s (%s requests/s, %s/s)"
            .formatted(
                traffic.requests(),
                Quantities.bytes(traffic.bytes()),
                Quantities.time(traffic.busy()),
                ReportTables.decimal(traffic.requestsPerSecond()),
                Quantities.bytes((long) traffic.bytesPerSecond())));
    lines.add(
        "  %d with a problem, %d retries, %d redirects, %d other Accepts"
            .formatted(
                traffic.failures(), traffic.retries(), traffic.redirects(), traffic.acceptSteps()));
    if (traffic.started() != null) {
      lines.add("  from " + traffic.started() + " to " + traffic.ended());
    }
  }

  private void add(String title, TextTable table) {
    if (!table.isEmpty()) {
      lines.add("");
      lines.add(title);
      lines.addAll(table.lines());
    }
  }

  private void addErrors() {
    TextTable table = new TextTable(1, "problem", "requests", "resources", "");
    figures.errors().stream().limit(MOST_ERRORS).forEach(error -> addError(table, error));
    add("errors: requests that had a problem, resources not had because of it", table);
    int more = figures.errors().size() - MOST_ERRORS;
    if (more > 0) {
      lines.add("  and " + more + " more: see --json");
    }
  }

  private static void addError(TextTable table, ErrorFigures error) {
    table.row(
        error.problem().published(),
        Long.toString(error.exchanges()),
        Long.toString(error.resources()),
        error.message());
    table.row("", "", "", "  " + error.records().get(0));
  }

  private void addSlowest() {
    TextTable table = new TextTable(1, "kind", "ms", "status", "");
    for (ExchangeFigures slow : figures.slowest().stream().limit(MOST_SLOW).toList()) {
      table.row(
          slow.kind().published(),
          ReportTables.milliseconds(slow.took()),
          ReportTables.status(slow.status()),
          slow.record());
    }
    add("slowest", table);
  }
}
