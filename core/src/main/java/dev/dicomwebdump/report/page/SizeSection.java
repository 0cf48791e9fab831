package dev.dicomwebdump.report.page;

import dev.dicomwebdump.report.KindFigures;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.SizeFigures;
import java.util.List;

/** What came of each kind of resource, and how large it is. */
final class SizeSection implements Section {

  private static final int WIDTH = 120;

  private final List<KindFigures> kinds;
  private final long most;

  SizeSection(ReportFigures figures) {
    this.kinds = figures.kinds();
    this.most = kinds.stream().mapToLong(kind -> kind.sizes().total()).max().orElse(0);
  }

  @Override
  public String id() {
    return "sizes";
  }

  @Override
  public String title() {
    return "Resources and sizes";
  }

  @Override
  public boolean isEmpty() {
    return kinds.isEmpty();
  }

  @Override
  public void write(Html html) {
    Table table =
        Table.open(
            html,
            "What came of each kind; sizes of complete bodies",
            Table.Column.text("Kind"),
            Table.Column.number("Complete"),
            Table.Column.number("Incomplete"),
            Table.Column.number("Failed"),
            Table.Column.number("Unsupported"),
            Table.Column.number("Requests"),
            Table.Column.number("Median size"),
            Table.Column.number("Largest"),
            Table.Column.number("Together"),
            Table.Column.text("Share"));
    kinds.forEach(kind -> row(html, table, kind));
    table.close();
  }

  private void row(Html html, Table table, KindFigures kind) {
    SizeFigures sizes = kind.sizes();
    table.begin(kind.kind().published());
    table.cell(1, Quantity.number(kind.complete()));
    table.cell(2, Quantity.number(kind.incomplete()));
    table.cell(3, Quantity.number(kind.failed()));
    table.cell(4, Quantity.number(kind.unsupported()));
    table.cell(5, Quantity.number(kind.requests()));
    table.cell(6, Quantity.bytes(sizes.p50()));
    table.cell(7, Quantity.bytes(sizes.max()));
    table.cell(8, Quantity.bytes(sizes.total()));
    table.cell(9, () -> bar(html, sizes.total()));
    table.end();
  }

  private void bar(Html html, long total) {
    long width = most == 0 ? 0 : Math.round((double) total / most * WIDTH);
    html.open(
        "svg",
        "class",
        "range",
        "viewBox",
        "0 0 " + WIDTH + " 12",
        "width",
        "" + WIDTH,
        "height",
        "12",
        "aria-hidden",
        "true");
    html.open("rect", "class", "body", "y", "2", "height", "8", "width", "" + width).close("rect");
    html.close("svg");
  }
}
