package dev.dicomwebdump.report.page;

import dev.dicomwebdump.report.ConnectionFigures;
import dev.dicomwebdump.report.ReportFigures;
import java.util.List;

/** How many connections the requests took. */
final class ConnectionSection implements Section {

  private final List<ConnectionFigures> connections;

  ConnectionSection(ReportFigures figures) {
    this.connections = figures.connections();
  }

  @Override
  public String id() {
    return "connections";
  }

  @Override
  public String title() {
    return "Connections";
  }

  @Override
  public boolean isEmpty() {
    return connections.isEmpty();
  }

  @Override
  public void write(Html html) {
    Table table =
        Table.open(
            html,
            "Connections by address and version of HTTP",
            Table.Column.text("Address"),
            Table.Column.text("Version"),
            Table.Column.number("Requests"),
            Table.Column.number("Connections made"));
    for (ConnectionFigures each : connections) {
      table.row(
          each.address().isEmpty() ? "none" : each.address(),
          each.httpVersion().isEmpty() ? "no response" : each.httpVersion(),
          Quantity.number(each.requests()),
          Quantity.number(each.opened()));
    }
    table.close();
  }
}
