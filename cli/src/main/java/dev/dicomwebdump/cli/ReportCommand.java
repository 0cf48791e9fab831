package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.report.DumpReport;
import dev.dicomwebdump.report.NoDumpException;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.ReportJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** {@code dicomweb-dump report FOLDER}: how long a server took, and what went wrong. */
final class ReportCommand extends Command {

  static final String NAME = "report";

  /** In which form the figures are printed; one of them, or as text. */
  static final class Form extends OptionGroup {

    private final Given<Boolean> json =
        flag("--json").described("All figures as one JSON document.");

    private final Given<Boolean> csv =
        flag("--csv")
            .described("The latencies as CSV: a line for each kind of resource and phase.");
  }

  private final Given<Path> folder = folder("A dump, or the folder of one of its studies.");

  private final Form form = oneOf(new Form());

  private final ReportPageOptions page = together(new ReportPageOptions());

  private final HarOptions har = including(new HarOptions());

  private final Given<Boolean> debug = flag("--debug").described("Show a stack trace on a defect.");

  private final Terminal terminal;

  ReportCommand(Terminal terminal) {
    super(NAME);
    this.terminal = terminal;
    help()
        .description(
            "Tells of a dump how long its requests took, how much came, and what went wrong.")
        .footer(
            "  0 all records were read; 1 there is no dump; 2 wrong usage;",
            "  3 some records could not be read; 5 the output could not be written; 70 a defect");
  }

  @Override
  boolean debug() {
    return debug.value();
  }

  @Override
  public Integer call() {
    checkFiles();
    try (HarOutput log = har.begin(folder.value(), Permissions.OWNER_ONLY, terminal);
        ReportFile out = page.begin()) {
      ReportFigures figures = DumpReport.of(folder.value(), Version.NAME + " " + Version.number());
      if (out != null) {
        out.write(figures, folder.value());
      }
      Set<String> lines = new LinkedHashSet<>(figures.records().unread().lines("in no figure"));
      lines.addAll(log.write().lines("not in the HAR log"));
      lines.forEach(terminal::say);
      print(figures);
      return (lines.isEmpty() ? ExitCode.COMPLETE : ExitCode.INCOMPLETE).number();
    } catch (NoDumpException e) {
      terminal.say("no dump: " + e.getMessage());
    } catch (IOException e) {
      terminal.say(
          "no dump: " + new OutputException("cannot read " + folder.value(), e).getMessage());
    }
    return ExitCode.NOTHING.number();
  }

  private void checkFiles() {
    try {
      har.check(folder.value(), form.json.value() || form.csv.value());
      page.check(folder.value(), har);
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e);
    }
  }

  private void print(ReportFigures figures) {
    if (har.takesStdout()) {
      return;
    }
    if (form.json.value()) {
      terminal.print(ReportJson.encode(figures));
    } else if (form.csv.value()) {
      terminal.print(ReportCsv.encode(figures));
    } else {
      terminal.print(new ReportText(figures).lines());
    }
  }
}
