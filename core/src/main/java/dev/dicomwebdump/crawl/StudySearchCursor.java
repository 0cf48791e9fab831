package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The studies that one page of a search names. */
public final class StudySearchCursor extends SearchCursor<StudyEntry> {

  /**
   * @param page the page, content-decoded; closed with this cursor
   * @param seen the studies that earlier pages named; takes those of this one
   */
  public StudySearchCursor(InputStream page, Set<Uid> seen) throws IOException {
    super(page, seen);
  }

  @Override
  @Nullable StudyEntry read(Entry entry) {
    Uid study = entry.uid(Attribute.STUDY_INSTANCE_UID);
    if (study == null) {
      return entry.unusable(Attribute.STUDY_INSTANCE_UID);
    }
    return isFresh(study)
        ? new SearchedStudy(
            study,
            count(entry, Attribute.NUMBER_OF_STUDY_RELATED_SERIES),
            count(entry, Attribute.NUMBER_OF_STUDY_RELATED_INSTANCES),
            DateRange.dayOrNull(entry.dataset().string(Attribute.STUDY_DATE)),
            entry.dataset().strings(Attribute.MODALITIES_IN_STUDY))
        : null;
  }
}
