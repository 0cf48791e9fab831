package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.DicomFolder;
import dev.dicomwebdump.archive.FileAside;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.page.RecordLinks;
import dev.dicomwebdump.report.page.ReportPage;
import dev.dicomwebdump.report.sheet.ContactSheet;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the figures of a dump as an HTML page. */
final class ReportFile {

  private ReportFile() {}

  /**
   * Sees that a page does not go into the dump, where it would be a stray, or take a body's place.
   *
   * @param option which names it
   * @throws IllegalArgumentException when it would
   */
  static void requireOutside(Path file, Path folder, String option) {
    if (DicomFolder.liesIn(file, folder)) {
      throw new IllegalArgumentException(
          option + " must lead out of the output folder, which holds the dump and nothing else");
    }
  }

  /**
   * Writes the page, for its owner alone.
   *
   * @param folder the dump
   * @throws IOException when the dump's folders cannot be read
   * @throws dev.dicomwebdump.exchange.OutputException when the page cannot be written
   */
  static void write(Path file, ReportFigures figures, Path folder, boolean images)
      throws IOException {
    ContactSheet sheet = images ? ContactSheet.of(folder, figures.dump()) : null;
    ReportPage page = new ReportPage(figures, RecordLinks.between(file, folder), sheet);
    FileAside.write(file, page.encode(), Permissions.OWNER_ONLY);
  }
}
