package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of a search that were had and name something. */
final class FoundPages {

  private FoundPages() {}

  /**
   * In their order.
   *
   * @param series the series whose instances were searched for; null for the study's series
   */
  static List<HadMetadata> of(StudyFiles files, @Nullable Uid series) {
    List<HadMetadata> pages = new ArrayList<>();
    for (int number = 1; ; number++) {
      SearchPage page = new SearchPage(number, "");
      Resource search =
          series == null
              ? Resource.seriesSearch(files.study(), page)
              : Resource.instancesSearch(files.study(), series, page);
      if (!files.isFile(Layout.filesOf(search).record())) {
        return pages;
      }
      HadMetadata had = HadMetadata.of(files, search);
      if (had != null) {
        pages.add(had);
      }
    }
  }
}
