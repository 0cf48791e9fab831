package dev.dicomwebdump.verify;

import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.crawl.Cursor;
import dev.dicomwebdump.crawl.InstanceCensus;
import dev.dicomwebdump.crawl.InstanceCursor;
import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.InstanceSearchCursor;
import dev.dicomwebdump.crawl.SearchedSeries;
import dev.dicomwebdump.crawl.SeriesCursor;
import dev.dicomwebdump.crawl.SeriesEntry;
import dev.dicomwebdump.crawl.SeriesName;
import dev.dicomwebdump.crawl.SeriesSearchCursor;
import dev.dicomwebdump.crawl.StudyOutline;
import dev.dicomwebdump.crawl.Unusable;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what has no record of all that recorded metadata names, level by level as a walk does. What
 * has a record is checked by that. Holds the series of the study and the instances of one series.
 */
final class Completeness {

  private final StudyFiles files;
  private final Findings findings;
  private final Uid study;
  private final Asked asked;
  private final InstanceCompleteness instances;

  Completeness(StudyFiles files, Findings findings, Asked asked) {
    this.files = files;
    this.findings = findings;
    this.asked = asked;
    this.study = files.study();
    this.instances = new InstanceCompleteness(files, findings, asked);
  }

  void check() {
    Resource metadata = Resource.studyMetadata(study);
    if (asked.wantsLevel(ResourceKind.STUDY_METADATA)) {
      instances.requireLevel(metadata);
    }
    instances.requireOf(Resource.xmlOf(metadata));
    instances.requireOf(Resource.studyInstances(study));
    instances.requireOf(Resource.thumbnail(study, null, null));
    HadMetadata had = HadMetadata.of(files, metadata);
    if (had == null) {
      checkFound();
      return;
    }
    try {
      checkSeries(had);
    } catch (IOException e) {
      findings.addUnreadableMetadata(had.path(), e);
    }
  }

  /** The series that searches name, where the study's metadata is not there to do so. */
  private void checkFound() {
    Set<Uid> seen = new HashSet<>();
    for (HadMetadata page : FoundPages.of(files, null)) {
      try (SeriesSearchCursor cursor = new SeriesSearchCursor(page.open(), study, seen)) {
        for (SeriesEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
          if (entry instanceof SearchedSeries found
              && asked.wantsSeries(found.series().value(), found.modality())) {
            checkSeries(null, found.series(), null);
          }
        }
      } catch (IOException e) {
        findings.addUnreadableMetadata(page.path(), e);
      }
    }
  }

  private void checkSeries(HadMetadata metadata) throws IOException {
    StudyOutline outline;
    try (InputStream in = metadata.open()) {
      outline = StudyOutline.read(in, study);
    }
    try (SeriesCursor cursor = new SeriesCursor(metadata.open(), study)) {
      for (SeriesEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
        if (entry instanceof SeriesName name) {
          if (!asked.wantsSeries(name.series().value(), name.modality())) {
            continue;
          }
          checkSeries(metadata, name.series(), outline.series().get(name.series()));
        } else if (entry instanceof Unusable unusable) {
          findings.add(metadata.path(), Finding.Kind.UNUSABLE, unusable.why());
        }
      }
    }
  }

  private void checkSeries(
      @Nullable HadMetadata ofStudy, Uid series, @Nullable InstanceCensus ofAll)
      throws IOException {
    Resource metadata = Resource.seriesMetadata(study, series);
    if (asked.hasOfEveryInstance() && !files.isFolder(Layout.folderOf(metadata))) {
      findings.add(
          Layout.folderOf(metadata),
          Finding.Kind.MISSING,
          "the whole series is not there, with "
              + (ofAll == null ? 0 : ofAll.instances())
              + " instances");
      return;
    }
    if (asked.kinds().contains(ResourceKind.SERIES_METADATA)) {
      instances.requireLevel(metadata);
    }
    instances.requireOf(Resource.xmlOf(metadata));
    instances.requireOf(Resource.seriesInstances(study, series));
    instances.requireOf(Resource.thumbnail(study, series, null));
    instances.series(series);
    Set<Uid> named = new HashSet<>();
    checkNamedBySeries(metadata, named);
    if (ofStudy == null) {
      checkFound(series, named);
    } else if (!InstanceCensus.of(named).equals(ofAll)) {
      InputStream in = ofStudy.open();
      check(InstanceCursor.overStudy(in, study, series), ofStudy.path(), named);
    }
  }

  /** The instances of a series that searches name. */
  private void checkFound(Uid series, Set<Uid> named) {
    Set<Uid> seen = new HashSet<>();
    for (HadMetadata page : FoundPages.of(files, series)) {
      try {
        check(new InstanceSearchCursor(page.open(), study, series, seen), page.path(), named);
      } catch (IOException e) {
        findings.addUnreadableMetadata(page.path(), e);
      }
    }
  }

  private void checkNamedBySeries(Resource metadata, Set<Uid> named) {
    HadMetadata had = HadMetadata.of(files, metadata);
    if (had != null) {
      try {
        InputStream in = had.open();
        check(InstanceCursor.overSeries(in, study, metadata.requireSeries()), had.path(), named);
      } catch (IOException e) {
        findings.addUnreadableMetadata(had.path(), e);
      }
    }
  }

  private void check(Cursor<InstanceEntry> cursor, String path, Set<Uid> named) throws IOException {
    try (cursor) {
      for (InstanceEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
        check(entry, path, named);
      }
    }
  }

  private void check(@Nullable InstanceEntry entry, String path, Set<Uid> named) {
    if (entry instanceof InstanceName name && named.add(name.instance())) {
      if (asked.wantsInstance(name.instance().value())) {
        instances.check(name);
      }
    } else if (entry instanceof Unusable unusable) {
      findings.add(path, Finding.Kind.UNUSABLE, unusable.why());
    }
  }
}
