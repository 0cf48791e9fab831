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

/**
 * What a study has beside its series, then the series that its metadata names, then a search for
 * them.
 */
final class SeriesWorkCursor extends WorkCursor {

  private final StudyRun study;
  private final Iterator<Task.Ask> extras;
  private final @Nullable SeriesCursor series;
  private final Siblings siblings;
  private final Expansion expansion;
  private Task.@Nullable Ask search;

  /**
   * @param naming the study's metadata; null where it names nothing
   * @param search the first page of the search; null where none is wanted
   * @param siblings what is walked over, by the search too
   */
  SeriesWorkCursor(
      StudyRun study,
      @Nullable RecordedMetadata naming,
      List<Task.Ask> extras,
      Task.@Nullable Ask search,
      Siblings siblings,
      Expansion expansion)
      throws IOException {
    super(Level.SERIES, study);
    this.study = study;
    this.extras = extras.iterator();
    this.search = search;
    this.siblings = siblings;
    this.expansion = expansion;
    this.series = naming == null ? null : new SeriesCursor(naming.open(), study.study());
  }

  @Override
  @Nullable Step next() throws IOException {
    if (extras.hasNext()) {
      return extras.next();
    }
    Step named = nextNamed();
    if (named != null) {
      return named;
    }
    Task.Ask last = search;
    search = null;
    return last;
  }

  private @Nullable Step nextNamed() throws IOException {
    if (series == null) {
      return null;
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
    siblings.add(name.series());
    if (siblings.isTaken(name.series())) {
      study.tally().unusable(Resource.studyMetadata(study.study()), SiblingNames.TAKEN);
      return null;
    }
    study.tally().series();
    return expansion.intoSeries(study, name.series());
  }

  @Override
  public void close() throws IOException {
    if (series != null) {
      series.close();
    }
  }
}
