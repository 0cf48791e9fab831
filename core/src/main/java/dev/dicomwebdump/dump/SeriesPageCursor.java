package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.SearchCursor;
import dev.dicomwebdump.crawl.SearchedSeries;
import dev.dicomwebdump.crawl.SeriesEntry;
import dev.dicomwebdump.crawl.SeriesName;
import dev.dicomwebdump.crawl.Unusable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The series that one page of a search names. */
final class SeriesPageCursor extends SearchPageCursor<SeriesEntry> {

  private final StudyRun study;
  private final Task.Ask asked;
  private final @Nullable Siblings siblings;
  private final Expansion expansion;

  SeriesPageCursor(
      SearchPage read, SearchCursor<SeriesEntry> page, Searches searches, Expansion expansion) {
    super(Level.SERIES, read, page, searches);
    this.study = read.asked().study();
    this.asked = read.asked();
    this.siblings = read.search().siblings();
    this.expansion = expansion;
  }

  @Override
  @Nullable Step step(SeriesEntry entry) throws IOException {
    if (entry instanceof SearchedSeries found) {
      study.tally().found();
      return siblings == null ? null : into(found, siblings);
    }
    if (entry instanceof Unusable unusable) {
      study.tally().unusable(asked.resource(), unusable.why());
    } else {
      study.tally().note("an entry of another study among the series found was passed over");
    }
    return null;
  }

  private @Nullable Step into(SearchedSeries found, Siblings walked) throws IOException {
    study.told(found.series(), found.instances());
    SeriesName name = new SeriesName(found.series(), found.modality());
    if (!expansion.wants(name) || !walked.add(found.series())) {
      return null;
    }
    if (study.metadata() != null) {
      study.tally().note("a series is named by a search, but not by the study's metadata");
    }
    if (walked.isTaken(found.series())) {
      study.tally().unusable(asked.resource(), SiblingNames.TAKEN);
      return null;
    }
    study.tally().series();
    return expansion.intoSeries(study, found.series());
  }
}
