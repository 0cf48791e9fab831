package dev.dicomwebdump.report.sheet;

import dev.dicomwebdump.archive.DumpRecord;
import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import dev.dicomwebdump.dicomjson.DatasetReader;
import dev.dicomwebdump.resource.Resource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What recorded metadata tells of an instance. */
final class HeldMetadata {

  private final Capture capture;

  HeldMetadata(Capture capture) {
    this.capture = capture;
  }

  /**
   * The dataset of an instance in its own metadata, else in that of its series, else of its study.
   *
   * @param instance the metadata of the instance, which names it
   * @return null where none of them names it
   * @throws IOException when what is held cannot be read, or is no DICOM JSON
   */
  @Nullable Dataset of(Resource instance) throws IOException {
    List<Resource> levels =
        List.of(
            instance,
            Resource.seriesMetadata(instance.requireStudy(), instance.requireSeries()),
            Resource.studyMetadata(instance.requireStudy()));
    for (Resource level : levels) {
      DumpRecord record = capture.whole(level);
      Dataset found = record == null ? null : named(record, instance);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Dataset named(DumpRecord record, Resource instance) throws IOException {
    String uid = instance.requireInstance().value();
    try (DatasetReader reader = new DatasetReader(Payload.decoded(capture, record))) {
      for (Dataset dataset = reader.next(); dataset != null; dataset = reader.next()) {
        if (uid.equals(dataset.string(Attribute.SOP_INSTANCE_UID))) {
          return dataset;
        }
      }
    }
    return null;
  }
}
