package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much a study holds, by its metadata: what a walk has before it. Entries are counted, not told
 * apart: an instance that is named twice counts twice.
 *
 * @param series the instances that each series has, in the order in which the series come
 * @param frames how many frames all of them have
 * @param unusable how many entries name no series or no instance that could be asked for; entries
 *     of another study do not count at all
 */
public record StudyOutline(Map<Uid, InstanceCensus> series, long frames, long unusable) {

  public StudyOutline {
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
  }

  /**
   * Reads the document to its end, and closes it.
   *
   * @param metadata study metadata, content-decoded
   * @throws dev.dicomwebdump.dicomjson.DicomJsonException when the document breaks off or is not
   *     DICOM JSON
   * @throws IOException when the stream cannot be read
   */
  public static StudyOutline read(InputStream metadata, Uid study) throws IOException {
    Map<Uid, InstanceCensus> census = new LinkedHashMap<>();
    long frames = 0;
    long unusable = 0;
    try (DatasetReader reader = new DatasetReader(metadata)) {
      for (Dataset dataset = reader.next(); dataset != null; dataset = reader.next()) {
        Entry entry = new Entry(dataset);
        Uid series = entry.uid(Attribute.SERIES_INSTANCE_UID);
        Uid instance = entry.uid(Attribute.SOP_INSTANCE_UID);
        if (entry.contradicts(Attribute.STUDY_INSTANCE_UID, study)) {
          continue;
        }
        if (series == null || instance == null) {
          unusable++;
        } else {
          census.put(series, census.getOrDefault(series, InstanceCensus.NONE).with(instance));
          frames += FrameCount.of(dataset);
        }
      }
    }
    return new StudyOutline(census, frames, unusable);
  }

  /** How many instances all series have together. */
  public long instances() {
    return series.values().stream().mapToLong(InstanceCensus::instances).sum();
  }
}
