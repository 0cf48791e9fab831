package dev.dicomwebdump.report.page;

import dev.dicomwebdump.archive.DumpVerdict;
import dev.dicomwebdump.report.DumpFigures;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.StudyFigures;
import org.jspecify.annotations.Nullable;

/** The studies of a dump that has several, those first that are not complete. */
final class StudySection implements Section {

  private final DumpFigures dump;

  StudySection(ReportFigures figures) {
    this.dump = figures.dump();
  }

  @Override
  public String id() {
    return "studies";
  }

  @Override
  public String title() {
    return "Studies";
  }

  @Override
  public boolean isEmpty() {
    return dump.listed().size() < 2;
  }

  @Override
  public void write(Html html) {
    Table table =
        Table.open(
            html,
            "Studies, first those that are not complete",
            Table.Column.text("Study"),
            Table.Column.text("Verdict"),
            Table.Column.number("Records"),
            Table.Column.number("Requests"),
            Table.Column.number("Data"));
    for (StudyFigures study : dump.listed()) {
      table.row(
          study.study().value(),
          words(study.verdict()) + (study.unfinished() ? ", unfinished" : ""),
          Quantity.number(study.records()),
          Quantity.number(study.requests()),
          Quantity.bytes(study.bytes()));
    }
    table.close();
    long more = dump.studies() - dump.listed().size();
    if (more > 0) {
      html.element("p", "And " + Quantity.number(more) + " more.", "class", "note");
    }
  }

  private static String words(@Nullable DumpVerdict verdict) {
    return verdict == null ? "no summary" : verdict.published();
  }
}
