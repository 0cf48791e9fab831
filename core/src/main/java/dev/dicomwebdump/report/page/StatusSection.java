package dev.dicomwebdump.report.page;

import dev.dicomwebdump.report.ExchangeFigures;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.StatusFigures;
import java.util.List;

/** How requests ended, by status and kind, with some records of each. */
final class StatusSection implements Section {

  private static final int MOST_RECORDS = 3;

  private final ReportFigures figures;
  private final Records records;

  StatusSection(ReportFigures figures, Records records) {
    this.figures = figures;
    this.records = records;
  }

  @Override
  public String id() {
    return "statuses";
  }

  @Override
  public String title() {
    return "Statuses";
  }

  @Override
  public boolean isEmpty() {
    return figures.statuses().isEmpty();
  }

  @Override
  public void write(Html html) {
    Table table =
        Table.open(
            html,
            "How requests ended",
            Table.Column.text("Status"),
            Table.Column.text("Kind"),
            Table.Column.number("Requests"),
            Table.Column.number("Data"),
            Table.Column.number("p50"),
            Table.Column.number("p99"),
            Table.Column.number("Longest"),
            Table.Column.text("For example"));
    for (StatusFigures status : figures.statuses()) {
      table.begin(StatusName.of(status.status()));
      table.cell(1, status.kind().published());
      table.cell(2, Quantity.number(status.times().count()));
      table.cell(3, Quantity.bytes(status.bytes()));
      table.cell(4, Quantity.time(status.times().p50()));
      table.cell(5, Quantity.time(status.times().p99()));
      table.cell(6, Quantity.time(status.times().max()));
      table.cell(7, () -> records.write(html, examples(status)));
      table.end();
    }
    table.close();
  }

  private List<String> examples(StatusFigures status) {
    return figures.exchanges().shown().stream()
        .filter(each -> each.status() == status.status() && each.kind() == status.kind())
        .map(ExchangeFigures::record)
        .filter(record -> !record.isEmpty())
        .distinct()
        .limit(status.status() == 200 ? 1 : MOST_RECORDS)
        .toList();
  }
}
