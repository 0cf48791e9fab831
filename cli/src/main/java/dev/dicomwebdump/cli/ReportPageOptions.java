package dev.dicomwebdump.cli;

import dev.dicomwebdump.archive.OutsideFile;
import dev.dicomwebdump.archive.Permissions;
import dev.dicomwebdump.report.ReportFigures;
import dev.dicomwebdump.report.page.RecordLinks;
import dev.dicomwebdump.report.page.ReportPage;
import dev.dicomwebdump.report.sheet.ContactSheet;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whether the figures become an HTML page too, and what it shows. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportPageOptions {

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "Also write an HTML page with charts, tables and pictures.")
  Path file;

  @Option(
      names = "--no-images",
      description = "The page without pictures of frames, which are images of patients.")
  boolean noImages;

  /**
   * Writes the page.
   *
   * @throws IOException when the dump's folders cannot be read
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be written
   */
  void write(ReportFigures figures, Path folder) throws IOException {
    ContactSheet sheet = noImages ? null : ContactSheet.of(folder, figures.dump());
    ReportPage page = new ReportPage(figures, RecordLinks.between(file, folder), sheet);
    OutsideFile.write(file, page.encode(), Permissions.OWNER_ONLY);
  }
}
