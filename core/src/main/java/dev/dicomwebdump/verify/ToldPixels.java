package dev.dicomwebdump.verify;

import dev.dicomwebdump.crawl.InstanceCursor;
import dev.dicomwebdump.crawl.InstanceEntry;
import dev.dicomwebdump.crawl.InstanceFacts;
import dev.dicomwebdump.crawl.InstanceName;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What recorded metadata tells of pixels: the instance's own, else the series', else the study's.
 * Whoever asks about one instance or series after the other has each document read once for it.
 * Holds the instances of one series. For one thread.
 */
final class ToldPixels {

  private final StudyFiles files;
  private @Nullable Resource instance;
  private Pixels pixels = Pixels.NONE;
  private @Nullable Uid series;
  private final Map<Uid, Pixels> above = new HashMap<>();
  private boolean studyIsRead;

  /** Reads on to the end of a document. */
  @FunctionalInterface
  private interface Opening {
    InstanceCursor over(InputStream metadata) throws IOException;
  }

  ToldPixels(StudyFiles files) {
    this.files = files;
  }

  /** Of the instance to which a resource belongs; none where it belongs to none or none is told. */
  Pixels of(Resource resource) {
    if (resource.series() == null || resource.instance() == null) {
      return Pixels.NONE;
    }
    Resource metadata =
        Resource.instanceMetadata(files.study(), resource.series(), resource.instance());
    if (!metadata.equals(instance)) {
      instance = metadata;
      pixels = read(metadata);
    }
    return pixels;
  }

  private Pixels read(Resource metadata) {
    HadMetadata had = HadMetadata.of(files, metadata);
    if (had != null) {
      try (InputStream in = had.open()) {
        return InstanceFacts.read(in, metadata.requireInstance()).pixels();
      } catch (IOException e) {
        return Pixels.NONE; // The proof of the metadata tells why.
      }
    }
    return above(metadata.requireSeries(), metadata.requireInstance());
  }

  private Pixels above(Uid ofSeries, Uid ofInstance) {
    Uid study = files.study();
    if (!ofSeries.equals(series)) {
      series = ofSeries;
      above.clear();
      studyIsRead = false;
      Resource metadata = Resource.seriesMetadata(study, ofSeries);
      take(metadata, in -> InstanceCursor.overSeries(in, study, ofSeries));
    }
    if (!above.containsKey(ofInstance) && !studyIsRead) {
      studyIsRead = true;
      Resource metadata = Resource.studyMetadata(study);
      take(metadata, in -> InstanceCursor.overStudy(in, study, ofSeries));
    }
    return above.getOrDefault(ofInstance, Pixels.NONE);
  }

  private void take(Resource metadata, Opening opening) {
    HadMetadata had = HadMetadata.of(files, metadata);
    if (had == null) {
      return;
    }
    try (InstanceCursor cursor = opening.over(had.open())) {
      for (InstanceEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
        if (entry instanceof InstanceName name) {
          above.putIfAbsent(name.instance(), name.pixels());
        }
      }
    } catch (IOException e) {
      return; // The proof of the metadata tells why; what came before holds.
    }
  }
}
