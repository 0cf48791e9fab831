package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceCursor;
import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceFacts;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.StudyOutline;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.SearchPage;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What the metadata tells that earlier runs recorded. Used under the work list's lock. */
final class HeldMetadata {

  private final EarlierRecordings earlier;
  private @Nullable NamedInstance last;

  HeldMetadata(EarlierRecordings earlier) {
    this.earlier = earlier;
  }

  /** Whether the folder holds what names a study's parts: its metadata, or searches. */
  boolean holds(Uid study) {
    return earlier.metadata(Resource.studyMetadata(study)) != null
        || earlier.page(Resource.seriesSearch(study, new SearchPage(1, ""))) != null;
  }

  /** A study's metadata; null when the folder does not hold it whole. */
  StudyRun.@Nullable StudyMetadata study(Uid study) throws IOException {
    RecordedMetadata held = earlier.metadata(Resource.studyMetadata(study));
    if (held == null) {
      return null;
    }
    try (InputStream metadata = held.open()) {
      return new StudyRun.StudyMetadata(held, StudyOutline.read(metadata, study));
    }
  }

  /** An instance, by the most detailed metadata that is held. */
  NamedInstance instance(Resource of) throws IOException {
    NamedInstance found = last;
    // Lines of one instance stand together: its metadata is read once.
    if (found == null || !found.instance().equals(of.requireInstance())) {
      found = read(of.requireStudy(), of.requireSeries(), of.requireInstance());
      last = found;
    }
    return found;
  }

  private NamedInstance read(Uid study, Uid series, Uid sop) throws IOException {
    NamedInstance unknown = new NamedInstance(study, series, sop, InstanceFacts.NONE, "", false);
    RecordedMetadata own = earlier.metadata(unknown.instanceMetadata());
    if (own != null) {
      try (InputStream metadata = own.open()) {
        return unknown.with(InstanceFacts.read(metadata, sop), own.address());
      }
    }
    RecordedMetadata ofSeries = earlier.metadata(Resource.seriesMetadata(study, series));
    if (ofSeries != null) {
      InstanceCursor cursor = InstanceCursor.overSeries(ofSeries.open(), study, series);
      return unknown.with(find(sop, cursor), ofSeries.address());
    }
    RecordedMetadata ofStudy = earlier.metadata(Resource.studyMetadata(study));
    if (ofStudy == null) {
      return unknown;
    }
    InstanceCursor cursor = InstanceCursor.overStudy(ofStudy.open(), study, series);
    return unknown.with(find(sop, cursor), ofStudy.address());
  }

  private static InstanceFacts find(Uid instance, InstanceCursor instances) throws IOException {
    try (instances) {
      for (InstanceEntry entry = instances.next(); entry != null; entry = instances.next()) {
        if (entry instanceof InstanceName name && name.instance().equals(instance)) {
          return new InstanceFacts(name.pixels(), name.bulk());
        }
      }
      return InstanceFacts.NONE;
    }
  }
}
