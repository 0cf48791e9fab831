package dev.dicomwebdump.crawl;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.resource.Pixels;
import dev.dicomwebdump.resource.Uid;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What instance metadata tells. Of several datasets the one counts that names the instance; where
 * none does, the first, and there is a mismatch if it names another.
 *
 * @param datasets how many datasets the document has; servers that keep to the standard give 1
 * @param pixels what frames the dataset tells of. Of no use when there is a mismatch
 * @param bulk which values lie elsewhere. Of no use when there is a mismatch
 * @param mismatch why the document is not about the instance that was asked for, in one line; null
 *     when it is, or leaves it open
 */
public record InstanceFacts(
    long datasets, Pixels pixels, BulkNames bulk, @Nullable String mismatch) {

  /**
   * Reads the document to its end, and closes it.
   *
   * @param metadata instance metadata, content-decoded
   * @throws dev.dicomwebdump.dicomjson.DicomJsonException when the document breaks off or is not
   *     DICOM JSON
   * @throws IOException when the stream cannot be read
   */
  public static InstanceFacts read(InputStream metadata, Uid study, Uid series, Uid instance)
      throws IOException {
    try (DatasetReader reader = new DatasetReader(metadata)) {
      Entry chosen = null;
      long count = 0;
      for (Dataset dataset = reader.next(); dataset != null; dataset = reader.next()) {
        count++;
        chosen = dataset.isEmpty() ? chosen : better(chosen, new Entry(dataset), instance);
      }
      return chosen == null
          ? new InstanceFacts(
              count, Pixels.NONE, BulkNames.NONE, "the document names no instance at all")
          : new InstanceFacts(
              count,
              PixelFacts.of(chosen.dataset()),
              BulkNames.of(chosen.dataset()),
              mismatch(chosen, study, series, instance));
    }
  }

  private static Entry better(@Nullable Entry chosen, Entry entry, Uid instance) {
    if (chosen == null) {
      return entry;
    }
    return chosen.names(Attribute.SOP_INSTANCE_UID, instance)
            || !entry.names(Attribute.SOP_INSTANCE_UID, instance)
        ? chosen
        : entry;
  }

  private static @Nullable String mismatch(Entry entry, Uid study, Uid series, Uid instance) {
    if (entry.contradicts(Attribute.SOP_INSTANCE_UID, instance)) {
      return entry.foreign(Attribute.SOP_INSTANCE_UID).why();
    }
    if (entry.contradicts(Attribute.SERIES_INSTANCE_UID, series)) {
      return entry.foreign(Attribute.SERIES_INSTANCE_UID).why();
    }
    return entry.contradicts(Attribute.STUDY_INSTANCE_UID, study)
        ? entry.foreign(Attribute.STUDY_INSTANCE_UID).why()
        : null;
  }
}
