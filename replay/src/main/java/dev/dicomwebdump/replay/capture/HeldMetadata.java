package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.archive.EntryFiles;
import dev.dicomwebdump.archive.Layout;
import dev.dicomwebdump.exchange.Outcome;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The recorded metadata in JSON of a study, whatever levels of it there are. */
final class HeldMetadata {

  private final DumpFiles files;

  HeldMetadata(DumpFiles files) {
    this.files = files;
  }

  /** Hears datasets. */
  @FunctionalInterface
  interface Listener {

    /** One dataset; whether to go on. */
    boolean dataset(ScannedDataset dataset) throws IOException;
  }

  /** Whether a document was had whole: only then has it its final name. */
  boolean has(Resource metadata) {
    EntryFiles place = Layout.filesOf(metadata);
    return files.isFile(place.body()) && files.isFile(place.record());
  }

  /** The document that was had for a level, content-decoded; null when it was not had whole. */
  @Nullable Content document(Resource metadata) throws IOException {
    DumpRecord record = files.recordOrNull(Layout.filesOf(metadata).record());
    return record == null || record.outcome() != Outcome.COMPLETE || !record.isBodyKept()
        ? null
        : Payload.decoded(files, record, Layout.filesOf(metadata));
  }

  /**
   * Reads the datasets of a study, or of one series of it: from the highest level that was had,
   * since one document is read faster than many.
   *
   * @return whether the listener wants more
   */
  boolean read(Uid study, @Nullable Uid series, Set<String> wanted, Listener listener)
      throws IOException {
    if (series != null) {
      return readSeries(study, series, wanted, listener);
    }
    Content whole = document(Resource.studyMetadata(study));
    if (whole != null) {
      return read(whole, wanted, listener);
    }
    for (Uid each : files.uids(Layout.seriesFolder(study))) {
      if (!readSeries(study, each, wanted, listener)) {
        return false;
      }
    }
    return true;
  }

  private boolean readSeries(Uid study, Uid series, Set<String> wanted, Listener listener)
      throws IOException {
    Content whole = document(Resource.seriesMetadata(study, series));
    if (whole != null) {
      return read(whole, wanted, listener);
    }
    Content higher = document(Resource.studyMetadata(study));
    if (higher != null) {
      return read(
          higher,
          wanted,
          dataset ->
              !dataset.first(Tags.SERIES_UID).equals(series.value()) || listener.dataset(dataset));
    }
    String folder = Layout.seriesFolder(study) + "/" + series + "/instances";
    for (Uid instance : files.uids(folder)) {
      Content one = document(Resource.instanceMetadata(study, series, instance));
      if (one != null && !read(one, wanted, listener)) {
        return false;
      }
    }
    return true;
  }

  static boolean read(Content document, Set<String> wanted, Listener listener) throws IOException {
    try (MetadataScan scan = new MetadataScan(document.open(), wanted)) {
      for (ScannedDataset each = scan.next(); each != null; each = scan.next()) {
        if (!listener.dataset(each)) {
          return false;
        }
      }
      return true;
    }
  }
}
