package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.Foreign;
import dev.dicomwebdump.crawl.SeriesCursor;
import dev.dicomwebdump.crawl.SeriesEntry;
import dev.dicomwebdump.crawl.SeriesName;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a study has beside its series, then the series that its metadata names. */
final class SeriesWorkCursor extends WorkCursor {

  private final StudyRun study;
  private final Iterator<Task.Ask> extras;
  private final SeriesCursor series;
  private final Expansion expansion;
  private final SiblingNames names;

  SeriesWorkCursor(StudyRun study, List<Task.Ask> extras, Expansion expansion) throws IOException {
    super(Level.SERIES, study);
    RecordedMetadata metadata = study.requireMetadata().recorded();
    this.study = study;
    this.extras = extras.iterator();
    this.expansion = expansion;
    this.names = new SiblingNames(metadata.folder());
    this.series = new SeriesCursor(metadata.open(), study.study());
  }

  @Override
  @Nullable Step next() throws IOException {
    if (extras.hasNext()) {
      return extras.next();
    }
    for (SeriesEntry entry = series.next(); entry != null; entry = series.next()) {
      Step step = step(entry);
      if (step != null) {
        return step;
      }
    }
    return null;
  }

  private @Nullable Step step(SeriesEntry entry) throws IOException {
    if (entry instanceof Foreign) {
      study.tally().note("an entry of another study in the study's metadata was passed over");
    }
    // What cannot be asked for at all was counted when the study was outlined.
    if (!(entry instanceof SeriesName name) || !expansion.wants(name)) {
      return null;
    }
    if (names.isTaken(name.series())) {
      study.tally().unusable(Resource.studyMetadata(study.study()), SiblingNames.TAKEN);
      return null;
    }
    study.tally().series();
    return expansion.intoSeries(study, name.series());
  }

  @Override
  public void close() throws IOException {
    series.close();
  }
}
