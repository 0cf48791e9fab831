package dev.dicomwebdump.report.page;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.report.DumpFigures;
import dev.dicomwebdump.report.KindFigures;
import dev.dicomwebdump.report.LatencyFigures;
import dev.dicomwebdump.report.Phase;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.TrafficFigures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page says first: what was dumped, the verdict, and the totals. */
final class Headline {

  private final ReportFigures figures;
  private final Html html;

  private Headline(ReportFigures figures, Html html) {
    this.figures = figures;
    this.html = html;
  }

  static void write(ReportFigures figures, Html html) {
    new Headline(figures, html).write();
  }

  private void write() {
    verdict(figures.dump().verdict());
    html.open("h1");
    List<String> roots = figures.dump().roots();
    html.element("bdi", roots.isEmpty() ? figures.folder() : roots.get(0)).close("h1");
    roots.stream().skip(1).forEach(root -> html.open("p").element("bdi", root).close("p"));
    if (figures.dump().studies() > 0) {
      html.element("p", contents(figures.dump()), "class", "contents");
    }
    warnings().forEach(warning -> html.element("p", warning, "class", "warning"));
    html.open("dl", "class", "totals");
    totals(figures.traffic());
    html.close("dl");
  }

  private void verdict(@Nullable DumpVerdict verdict) {
    if (verdict != null) {
      String words =
          switch (verdict) {
            case COMPLETE -> "✓ Complete";
            case INCOMPLETE -> "! Not complete";
            case FAILED -> "✕ Nothing could be walked";
          };
      html.element("p", words, "class", "verdict " + verdict.published());
    }
  }

  private static String contents(DumpFigures dump) {
    return String.join(
        " · ",
        Quantity.count(dump.studies(), "study", "studies"),
        Quantity.count(dump.series(), "series", "series"),
        Quantity.count(dump.instances(), "instance", "instances"),
        Quantity.count(dump.frames(), "frame", "frames"));
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    DumpFigures dump = figures.dump();
    if (dump.unfinished() > 0) {
      warnings.add(
          "On "
              + Quantity.count(dump.unfinished(), "study", "studies")
              + " a run goes on, or did not end in order: the figures are of what is there.");
    }
    if (dump.pending() > 0) {
      warnings.add(
          Quantity.count(dump.pending(), "resource is", "resources are")
              + " known and not asked for yet.");
    }
    long damaged = figures.records().unread().count();
    if (damaged > 0) {
      warnings.add(
          Quantity.count(damaged, "record", "records")
              + " could not be read and "
              + (damaged == 1 ? "is" : "are")
              + " in none of the figures.");
    }
    return warnings;
  }

  private void totals(TrafficFigures traffic) {
    total(
        "Requests",
        Quantity.number(traffic.requests()),
        Quantity.rate(traffic.requestsPerSecond()) + " while busy");
    total(
        "Data",
        Quantity.bytes(traffic.bytes()),
        Quantity.bytes(traffic.bytesPerSecond()) + "/s while busy");
    if (traffic.started() != null && traffic.ended() != null) {
      total(
          "Busy",
          Quantity.time(traffic.busy()),
          Quantity.moment(traffic.started()) + " to " + Quantity.moment(traffic.ended()));
    }
    figures.latencies().stream()
        .filter(latency -> latency.kind() == null && latency.phase() == Phase.WHOLE)
        .findFirst()
        .ifPresent(this::latency);
    resources(figures.kinds());
    total("Problems", Quantity.number(traffic.failures()), again(traffic));
  }

  private void latency(LatencyFigures latency) {
    total(
        "Median request",
        Quantity.time(latency.times().p50()),
        "99 of 100 within " + Quantity.time(latency.times().p99()));
  }

  private void resources(List<KindFigures> kinds) {
    long complete = kinds.stream().mapToLong(KindFigures::complete).sum();
    long all = kinds.stream().mapToLong(KindFigures::resources).sum();
    total(
        "Resources",
        Quantity.number(all),
        all == complete ? "all complete" : Quantity.number(complete) + " complete");
  }

  private static String again(TrafficFigures traffic) {
    return String.join(
        ", ",
        Quantity.count(traffic.retries(), "retry", "retries"),
        Quantity.count(traffic.redirects(), "redirect", "redirects"),
        Quantity.count(traffic.acceptSteps(), "other Accept", "other Accepts"));
  }

  private void total(String name, String value, String more) {
    html.open("div").element("dt", name);
    html.open("dd").element("strong", value).element("small", more).close("dd").close("div");
  }
}
