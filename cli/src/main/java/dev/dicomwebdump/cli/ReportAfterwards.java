package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.report.DumpReport;
import dev.dicomwebdump.report.NoDumpException;
import dev.dicomwebdump.report.ReportFigures;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whether a dump is followed by its report. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportAfterwards {

  @Option(
      names = "--report",
      required = true,
      paramLabel = "FILE",
      description =
          "After the dump, write an HTML page with charts, tables and pictures of what the folder holds.")
  Path file;

  @Option(
      names = "--no-images",
      description = "The page without pictures of frames, which are images of patients.")
  boolean noImages;

  /**
   * Sees that the page has a file of its own outside of the dump.
   *
   * @throws IllegalArgumentException when it has not
   */
  void check(Path folder, HarOptions har) {
    ReportFile.check(file, folder, "--report", har);
  }

  /**
   * Begins the page. The caller closes it.
   *
   * @throws OutputException when it cannot be begun
   */
  ReportFile begin() {
    return new ReportFile(file, !noImages);
  }

  /**
   * Writes the page of a folder, unless nothing is in it.
   *
   * @return what could not be read, and is in no figure
   * @throws OutputException when it cannot be written
   */
  static Unread write(ReportFile page, Path folder, Terminal terminal) {
    try {
      ReportFigures figures = DumpReport.of(folder, Version.NAME + " " + Version.number());
      page.write(figures, folder);
      return figures.records().unread();
    } catch (NoDumpException e) {
      terminal.say("no report: " + e.getMessage());
      return Unread.NOTHING;
    } catch (IOException e) {
      throw new OutputException("cannot read " + folder, e);
    }
  }
}
