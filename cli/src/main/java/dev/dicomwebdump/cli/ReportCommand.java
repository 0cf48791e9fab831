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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dicomweb-dump report FOLDER}: how long a server took, and what went wrong. */
@Command(
    name = ReportCommand.NAME,
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Tells of a dump how long its requests took, how much came, and what went wrong.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0 all records were read; 1 there is no dump; 2 wrong usage;",
      "  3 some records could not be read; 5 the output could not be written; 70 a defect"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportCommand implements Callable<Integer>, Debuggable {

  static final String NAME = "report";

  /** In which form the figures are printed; one of them, or as text. */
  static final class Form {

    @Option(names = "--json", description = "All figures as one JSON document.")
    boolean json;

    @Option(
        names = "--csv",
        description = "The latencies as CSV: a line for each kind of resource and phase.")
    boolean csv;
  }

  @Parameters(paramLabel = "FOLDER", description = "A dump, or the folder of one of its studies.")
  Path folder;

  @ArgGroup Form form = new Form();

  @ArgGroup(exclusive = false)
  @Nullable ReportPageOptions page;

  @Mixin HarOptions har;

  @Spec CommandSpec spec;

  @Option(names = "--debug", description = "Show a stack trace on a defect.")
  boolean debug;

  private final Terminal terminal;

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public boolean debug() {
    return debug;
  }

  @Override
  public Integer call() {
    checkFiles();
    try (HarOutput log = har.begin(folder, Permissions.OWNER_ONLY, terminal);
        ReportFile out = page == null ? null : new ReportFile(page.file, !page.noImages)) {
      ReportFigures figures = DumpReport.of(folder, Version.NAME + " " + Version.number());
      if (out != null) {
        out.write(figures, folder);
      }
      Set<String> lines = new LinkedHashSet<>(figures.records().unread().lines("in no figure"));
      lines.addAll(log.write().lines("not in the HAR log"));
      lines.forEach(terminal::say);
      print(figures);
      return (lines.isEmpty() ? ExitCode.COMPLETE : ExitCode.INCOMPLETE).number();
    } catch (NoDumpException e) {
      terminal.say("no dump: " + e.getMessage());
    } catch (IOException e) {
      terminal.say("no dump: " + new OutputException("cannot read " + folder, e).getMessage());
    }
    return ExitCode.NOTHING.number();
  }

  private void checkFiles() {
    try {
      har.check(folder, form.json || form.csv);
      if (page != null) {
        ReportFile.check(page.file, folder, "-o", har);
      }
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void print(ReportFigures figures) {
    if (har.takesStdout()) {
      return;
    }
    if (form.json) {
      terminal.print(ReportJson.encode(figures));
    } else if (form.csv) {
      terminal.print(ReportCsv.encode(figures));
    } else {
      terminal.print(new ReportText(figures).lines());
    }
  }
}
