package dev.dicomwebdump.report.page;

import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.Timeline;
import java.util.Locale;

/** How much came when, and how many requests were in flight: charts, and a table to unfold. */
final class TrafficSection implements Section {

  private static final int MOST_ROWS = 100;

  private final Timeline timeline;

  TrafficSection(ReportFigures figures) {
    this.timeline = figures.timeline();
  }

  @Override
  public String id() {
    return "traffic";
  }

  @Override
  public String title() {
    return "Over time";
  }

  @Override
  public boolean isEmpty() {
    return timeline.buckets().isEmpty();
  }

  @Override
  public void write(Html html) {
    String instead = "The table below has the same figures.";
    Chart.write(html, "bytes", "Throughput", instead);
    Chart.write(html, "requests", "Requests that ended", instead);
    Chart.write(html, "in-flight", "Requests in flight", instead);
    html.open("details").element("summary", "The same as a table");
    slices(html, timeline.coarser(MOST_ROWS));
    html.close("details");
  }

  private static void slices(Html html, Timeline slices) {
    Table table =
        Table.open(
            html,
            "Time slices of " + Quantity.time(slices.width()),
            Table.Column.text("Begins"),
            Table.Column.number("Requests ended"),
            Table.Column.number("Problems"),
            Table.Column.number("Data"),
            Table.Column.number("In flight"));
    for (Timeline.Bucket bucket : slices.buckets()) {
      table.row(
          bucket.start().toString(),
          Quantity.number(bucket.requests()),
          Quantity.number(bucket.failures()),
          Quantity.bytes(bucket.bytes()),
          String.format(Locale.ROOT, "%.2f", bucket.inFlight()));
    }
    table.close();
  }
}
