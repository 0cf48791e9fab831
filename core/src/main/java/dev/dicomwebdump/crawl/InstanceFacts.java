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
 * What instance metadata tells.
 *
 * @param pixels what frames the instance has
 * @param bulk which of its values lie elsewhere
 */
public record InstanceFacts(Pixels pixels, BulkNames bulk) {

  /** Nothing is told. */
  public static final InstanceFacts NONE = new InstanceFacts(Pixels.NONE, BulkNames.NONE);

  /**
   * Reads the document to its end, and closes it. Of several datasets the first counts that names
   * the instance; where none does, the first.
   *
   * @param metadata instance metadata, content-decoded
   * @return none when no dataset tells of any
   * @throws dev.dicomwebdump.dicomjson.DicomJsonException when the document breaks off or is not
   *     DICOM JSON
   * @throws IOException when the stream cannot be read
   */
  public static InstanceFacts read(InputStream metadata, Uid instance) throws IOException {
    try (DatasetReader reader = new DatasetReader(metadata)) {
      Entry chosen = null;
      for (Dataset dataset = reader.next(); dataset != null; dataset = reader.next()) {
        chosen = dataset.isEmpty() ? chosen : better(chosen, new Entry(dataset), instance);
      }
      return chosen == null
          ? NONE
          : new InstanceFacts(PixelFacts.of(chosen.dataset()), BulkNames.of(chosen.dataset()));
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
}
