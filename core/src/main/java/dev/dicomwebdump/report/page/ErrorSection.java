package dev.dicomwebdump.report.page;

import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.report.ErrorFigures;
import dev.dicomwebdump.report.ReportFigures;
import java.util.List;

/** What went wrong, with the records that tell of it, and the records that could not be read. */
final class ErrorSection implements Section {

  private final List<ErrorFigures> errors;
  private final List<Unread.Entry> unread;
  private final Records records;

  ErrorSection(ReportFigures figures, Records records) {
    this.errors = figures.errors();
    this.unread = figures.records().unread().named();
    this.records = records;
  }

  @Override
  public String id() {
    return "problems";
  }

  @Override
  public String title() {
    return "Problems";
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  @Override
  public void write(Html html) {
    if (errors.isEmpty()) {
      html.element("p", "No request had a problem.");
    } else {
      errors(html);
    }
    if (!unread.isEmpty()) {
      damaged(html);
    }
  }

  private void errors(Html html) {
    Table table =
        Table.open(
            html,
            "What went wrong",
            Table.Column.text("Problem"),
            Table.Column.text("Message"),
            Table.Column.number("Requests"),
            Table.Column.number("Resources lost"),
            Table.Column.text("Records"));
    for (ErrorFigures error : errors) {
      table.begin(error.problem().published());
      table.cell(1, () -> html.element("bdi", error.message()));
      table.cell(2, Quantity.number(error.exchanges()));
      table.cell(3, Quantity.number(error.resources()));
      table.cell(4, () -> records.write(html, error.records()));
      table.end();
    }
    table.close();
    html.element(
        "p",
        "Numbers and UIDs that differ from case to case are #. A resource is lost when no other"
            + " request brought it, and nothing stands in.",
        "class",
        "note");
  }

  private void damaged(Html html) {
    Table table =
        Table.open(
            html,
            "Records that could not be read",
            Table.Column.text("Record"),
            Table.Column.text("Why"));
    for (Unread.Entry damaged : unread) {
      table.begin(damaged.path());
      table.cell(1, () -> html.element("bdi", damaged.why()));
      table.end();
    }
    table.close();
  }
}
