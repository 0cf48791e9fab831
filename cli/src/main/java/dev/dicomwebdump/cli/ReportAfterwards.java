package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.Unread;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.report.DumpReport;
import dev.dicomwebdump.report.NoDumpException;
import dev.dicomwebdump.report.ReportFigures;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether a dump is followed by its report. */
final class ReportAfterwards extends OptionGroup {

  final Given<@Nullable Path> file =
      optional(Path.class, "--report")
          .neededByOthers()
          .label("FILE")
          .described(
              "After the dump, write an HTML page with charts, tables and pictures of what the folder holds.");

  private final Given<Boolean> noImages =
      flag("--no-images")
          .described("The page without pictures of frames, which are images of patients.");

  /**
   * Sees that the page, where one is wanted, has a file of its own outside of the dump.
   *
   * @throws IllegalArgumentException when it has not
   */
  void check(Path folder, HarOptions har) {
    Path page = file.value();
    if (page != null) {
      ReportFile.check(page, folder, "--report", har);
    }
  }

  /**
   * Begins the page. The caller closes it; null where none is wanted.
   *
   * @throws OutputException when it cannot be begun
   */
  @Nullable ReportFile begin() {
    Path page = file.value();
    return page == null ? null : new ReportFile(page, !noImages.value());
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
