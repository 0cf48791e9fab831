package dev.dicomwebdump.dump;

import dev.dicomwebdump.crawl.InstanceCursor;
import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceFacts;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.crawl.StudyOutline;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What the metadata tells that earlier runs recorded. Used under the work list's lock. */
final class HeldMetadata {

  private final EarlierRecordings earlier;
  private @Nullable Uid instance;
  private Pixels pixels = Pixels.NONE;

  HeldMetadata(EarlierRecordings earlier) {
    this.earlier = earlier;
  }

  /** Whether the folder holds a study's metadata whole. */
  boolean holds(Uid study) {
    return earlier.metadata(Resource.studyMetadata(study)) != null;
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

  /** An instance's pixels, by the most detailed metadata that is held. */
  Pixels pixels(Resource ofInstance) throws IOException {
    // Lines of one instance stand together: its metadata is read once.
    if (!ofInstance.requireInstance().equals(instance)) {
      pixels =
          read(ofInstance.requireStudy(), ofInstance.requireSeries(), ofInstance.requireInstance());
      instance = ofInstance.requireInstance();
    }
    return pixels;
  }

  private Pixels read(Uid study, Uid series, Uid sop) throws IOException {
    RecordedMetadata own = earlier.metadata(Resource.instanceMetadata(study, series, sop));
    if (own != null) {
      try (InputStream metadata = own.open()) {
        return InstanceFacts.read(metadata, sop).pixels();
      }
    }
    RecordedMetadata ofSeries = earlier.metadata(Resource.seriesMetadata(study, series));
    if (ofSeries != null) {
      return find(sop, InstanceCursor.overSeries(ofSeries.open(), study, series));
    }
    RecordedMetadata ofStudy = earlier.metadata(Resource.studyMetadata(study));
    return ofStudy == null
        ? Pixels.NONE
        : find(sop, InstanceCursor.overStudy(ofStudy.open(), study, series));
  }

  private static Pixels find(Uid instance, InstanceCursor instances) throws IOException {
    try (instances) {
      for (InstanceEntry entry = instances.next(); entry != null; entry = instances.next()) {
        if (entry instanceof InstanceName name && name.instance().equals(instance)) {
          return name.pixels();
        }
      }
      return Pixels.NONE;
    }
  }
}
