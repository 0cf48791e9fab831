package dev.dicomwebdump.report.page;

import java.util.List;

/**
 * A table that scrolls by itself where it is wider than the page. The first cell of each row is its
 * heading. For one thread.
 */
final class Table {

  private final Html html;
  private final List<Column> columns;

  /** A column; numbers stand to the right. */
  record Column(String title, boolean numeric) {

    static Column text(String title) {
      return new Column(title, false);
    }

    static Column number(String title) {
      return new Column(title, true);
    }
  }

  private Table(Html html, List<Column> columns) {
    this.html = html;
    this.columns = columns;
  }

  /** Opens a table with its caption and headings. */
  static Table open(Html html, String caption, Column... columns) {
    // Who has no mouse must be able to scroll it.
    html.open("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
    html.open("table").element("caption", caption).open("thead").open("tr");
    for (Column column : columns) {
      html.element("th", column.title(), "scope", "col", "class", css(column));
    }
    html.close("tr").close("thead").open("tbody");
    return new Table(html, List.of(columns));
  }

  /** A row of texts. */
  void row(String... cells) {
    begin(cells[0]);
    for (int at = 1; at < cells.length; at++) {
      cell(at, cells[at]);
    }
    end();
  }

  /** Begins a row with its heading. */
  void begin(String heading) {
    html.open("tr").element("th", heading, "scope", "row", "class", css(columns.get(0)));
  }

  /** A cell that holds text. */
  void cell(int column, String text) {
    html.element("td", text, "class", css(columns.get(column)));
  }

  /** A cell that holds what the caller writes, from its beginning to its end. */
  void cell(int column, Runnable content) {
    html.open("td", "class", css(columns.get(column)));
    content.run();
    html.close("td");
  }

  /** Ends a row. */
  void end() {
    html.close("tr");
  }

  /** Begins rows that belong together, with a heading of their own. */
  void group(String heading) {
    html.close("tbody").open("tbody").open("tr", "class", "group");
    html.element("th", heading, "scope", "rowgroup", "colspan", String.valueOf(columns.size()));
    html.close("tr");
  }

  void close() {
    html.close("tbody").close("table").close("div");
  }

  private static String css(Column column) {
    return column.numeric() ? "number" : "text";
  }
}
