package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.Foreign;
import dev.dicomwebdump.crawl.SeriesCursor;
import dev.dicomwebdump.crawl.SeriesEntry;
import dev.dicomwebdump.crawl.SeriesName;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The series that a study's metadata names. */
final class SeriesWorkCursor extends WorkCursor {

  private final StudyRun study;
  private final SeriesCursor series;
  private final Expansion expansion;
  private final SiblingNames names;

  SeriesWorkCursor(StudyRun study, RecordedMetadata metadata, Expansion expansion)
      throws IOException {
    super(Level.SERIES, study);
    this.study = study;
    this.expansion = expansion;
    this.names = new SiblingNames(metadata.folder());
    this.series = new SeriesCursor(metadata.open(), study.study());
  }

  @Override
  @Nullable Step next() throws IOException {
    for (SeriesEntry entry = series.next(); entry != null; entry = series.next()) {
      if (entry instanceof SeriesName name && !names.isTaken(name.series())) {
        return stepInto(name.series());
      }
      passOver(entry);
    }
    return null;
  }

  private void passOver(SeriesEntry entry) {
    // What cannot be asked for at all was counted when the study was outlined.
    if (entry instanceof SeriesName) {
      study.tally().unusable(Resource.studyMetadata(study.study()), SiblingNames.TAKEN);
    } else if (entry instanceof Foreign) {
      study.tally().note("an entry of another study in the study's metadata was passed over");
    }
  }

  private @Nullable Step stepInto(Uid name) throws IOException {
    study.tally().named(ResourceKind.SERIES_METADATA, 1);
    Resource metadata = Resource.seriesMetadata(study.study(), name);
    if (expansion.passesOver(ResourceKind.SERIES_METADATA, study)) {
      return expansion.instancesOf(study, name, null);
    }
    return new Task.Ask(study, metadata, Pixels.NONE);
  }

  @Override
  public void close() throws IOException {
    series.close();
  }
}
