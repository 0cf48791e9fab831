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

/**
 * The HTML page of a dump's figures, on its way into a file. Closed without having been written, it
 * leaves nothing behind.
 */
final class ReportFile implements AutoCloseable {

  private final Path path;
  private final boolean images;
  private final FileAside file;

  /**
   * Begins it, for its owner alone: so it is known before a long run whether it can be written.
   *
   * @param images whether it shows pictures of frames
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be begun
   */
  ReportFile(Path path, boolean images) {
    this.path = path;
    this.images = images;
    this.file = new FileAside(path, Permissions.OWNER_ONLY);
  }

  /**
   * Sees that a page has a file of its own outside of the dump, where it would be a stray, or take
   * a body's place.
   *
   * @param option which names it
   * @param har the log that is written besides
   * @throws IllegalArgumentException when it has not
   */
  static void check(Path file, Path folder, String option, HarOptions har) {
    if (file.toString().equals("-")) {
      throw new IllegalArgumentException(option + " - is no file: the page does not go to stdout");
    }
    if (har.isTo(file)) {
      throw new IllegalArgumentException(option + " and --har name the same file");
    }
    if (DicomFolder.liesIn(file, folder)) {
      throw new IllegalArgumentException(
          option + " must lead out of the output folder, which holds the dump and nothing else");
    }
  }

  /**
   * Writes the page; to be called once.
   *
   * @param folder the dump
   * @throws IOException when the dump's folders cannot be read
   * @throws dev.dicomwebdump.exchange.OutputException when the page cannot be written
   */
  void write(ReportFigures figures, Path folder) throws IOException {
    ContactSheet sheet = images ? ContactSheet.of(folder, figures.dump()) : null;
    ReportPage page = new ReportPage(figures, RecordLinks.between(path, folder), sheet);
    file.finish(page.encode());
  }

  @Override
  public void close() {
    file.close();
  }
}
