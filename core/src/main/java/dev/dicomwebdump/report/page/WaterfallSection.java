package dev.dicomwebdump.report.page;

import dev.dicomwebdump.report.ExchangeFigures;
import dev.dicomwebdump.report.Phase;
import dev.dicomwebdump.report.ReportFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The requests one by one: a waterfall that the page's script draws, and the slowest as a table.
 */
final class WaterfallSection implements Section {

  private final ReportFigures figures;
  private final Records records;

  WaterfallSection(ReportFigures figures, Records records) {
    this.figures = figures;
    this.records = records;
  }

  @Override
  public String id() {
    return "waterfall";
  }

  @Override
  public String title() {
    return "Waterfall";
  }

  @Override
  public boolean isEmpty() {
    return figures.exchanges().shown().isEmpty();
  }

  @Override
  public void write(Html html) {
    String base = records.links() == null ? "" : records.links().base();
    html.open("div", "class", "waterfall scripted", "data-records", base);
    html.element("p", "Shown: " + figures.exchanges().rule() + ".", "class", "note");
    html.close("div");
    slowest(html);
  }

  private void slowest(Html html) {
    Table table =
        Table.open(
            html,
            "The slowest requests",
            Table.Column.text("Began after"),
            Table.Column.text("Kind"),
            Table.Column.text("Ended with"),
            Table.Column.number("Took"),
            Table.Column.number("Connect"),
            Table.Column.number("Wait"),
            Table.Column.number("Receive"),
            Table.Column.number("Data"),
            Table.Column.text("Record"));
    figures.slowest().forEach(exchange -> row(html, table, exchange));
    table.close();
  }

  private void row(Html html, Table table, ExchangeFigures exchange) {
    table.begin(Quantity.time(Duration.between(first(), exchange.started())));
    table.cell(1, exchange.kind().published());
    table.cell(2, StatusName.of(exchange.status(), exchange.problem()));
    table.cell(3, Quantity.time(exchange.took()));
    int column = 4;
    for (Phase phase : List.of(Phase.CONNECT, Phase.WAIT, Phase.RECEIVE)) {
      Duration took = phase.of(exchange.timings());
      table.cell(column++, took == null ? "–" : Quantity.time(took));
    }
    table.cell(column++, Quantity.bytes(exchange.bytes()));
    table.cell(column, () -> records.write(html, exchange.record()));
    table.end();
  }

  private Instant first() {
    return figures.exchanges().shown().get(0).started();
  }
}
