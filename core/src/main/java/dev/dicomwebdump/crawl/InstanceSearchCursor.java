package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The instances of a series, or of a whole study, that one page of a search names. */
public final class InstanceSearchCursor extends SearchCursor<InstanceEntry> {

  private final Uid study;
  private final @Nullable Uid series;

  /**
   * @param page the page, content-decoded; closed with this cursor
   * @param series null for a search of the whole study, whose entries must name their series
   * @param seen the instances that earlier pages named; takes those of this one
   */
  public InstanceSearchCursor(InputStream page, Uid study, @Nullable Uid series, Set<Uid> seen)
      throws IOException {
    super(page, seen);
    this.study = study;
    this.series = series;
  }

  @Override
  @Nullable InstanceEntry read(Entry entry) {
    if (entry.contradicts(Attribute.STUDY_INSTANCE_UID, study)
        || (series != null && entry.contradicts(Attribute.SERIES_INSTANCE_UID, series))) {
      return entry.foreign();
    }
    Uid own = series != null ? series : entry.uid(Attribute.SERIES_INSTANCE_UID);
    if (own == null) {
      return entry.unusable(Attribute.SERIES_INSTANCE_UID);
    }
    Uid instance = entry.uid(Attribute.SOP_INSTANCE_UID);
    if (instance == null) {
      return entry.unusable(Attribute.SOP_INSTANCE_UID);
    }
    return isFresh(instance)
        ? new InstanceName(own, instance, PixelFacts.ofSearch(entry.dataset()), BulkNames.NONE)
        : null;
  }
}
