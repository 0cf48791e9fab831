package dev.dicomwebdump.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Whether the figures become an HTML page too, and what it shows. */
final class ReportPageOptions extends OptionGroup {

  private final Given<@Nullable Path> file =
      optional(Path.class, "-o", "--output")
          .neededByOthers()
          .label("FILE")
          .described("Also write an HTML page with charts, tables and pictures.");

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
      ReportFile.check(page, folder, "-o", har);
    }
  }

  /**
   * Begins the page. The caller closes it; null where none is wanted.
   *
   * @throws dev.dicomwebdump.exchange.OutputException when it cannot be begun
   */
  @Nullable ReportFile begin() {
    Path page = file.value();
    return page == null ? null : new ReportFile(page, !noImages.value());
  }
}
