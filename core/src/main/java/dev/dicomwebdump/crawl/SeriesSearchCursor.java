package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The series of a study that one page of a search names. */
public final class SeriesSearchCursor extends SearchCursor<SeriesEntry> {

  private final Uid study;

  /**
   * @param page the page, content-decoded; closed with this cursor
   * @param seen the series that earlier pages named; takes those of this one
   */
  public SeriesSearchCursor(InputStream page, Uid study, Set<Uid> seen) throws IOException {
    super(page, seen);
    this.study = study;
  }

  @Override
  @Nullable SeriesEntry read(Entry entry) {
    if (entry.contradicts(Attribute.STUDY_INSTANCE_UID, study)) {
      return entry.foreign();
    }
    Uid series = entry.uid(Attribute.SERIES_INSTANCE_UID);
    if (series == null) {
      return entry.unusable(Attribute.SERIES_INSTANCE_UID);
    }
    return isFresh(series)
        ? new SearchedSeries(
            series,
            entry.dataset().string(Attribute.MODALITY),
            count(entry, Attribute.NUMBER_OF_SERIES_RELATED_INSTANCES))
        : null;
  }
}
