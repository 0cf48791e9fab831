package dev.dicomwebdump.it;

import dev.dicomwebdump.testkit.dicom.SyntheticInstance;
import dev.dicomwebdump.testkit.dicom.SyntheticSeries;
import dev.dicomwebdump.testkit.dicom.SyntheticStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A resource that the dump of a synthetic study should ask for.
 *
 * @param path where, below the server's root
 * @param file the name of its files, below the output folder
 * @param accept the first Accept that it should be asked for with
 * @param payload its payload; null for metadata
 */
record Expected(String path, String file, String accept, @Nullable Supplier<byte[]> payload) {
  static final String METADATA = "application/dicom+json";
  static final String FRAME =
      "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*";
  static final String BULK_DATA = "multipart/related; type=\"application/octet-stream\"";
  static final String FILE = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";

  /** Every resource of a study once: metadata, frames, files, bulk data that is no pixel data. */
  static List<Expected> of(SyntheticStudy study) {
    List<Expected> all = new ArrayList<>();
    all.add(metadata(study.path()));
    for (SyntheticSeries series : study.series()) {
      all.add(metadata(series.path()));
      series.instances().forEach(instance -> all.addAll(of(instance)));
    }
    return all;
  }

  /** Every resource of an instance once. */
  static List<Expected> of(SyntheticInstance instance) {
    List<Expected> all = new ArrayList<>();
    all.add(metadata(instance.path()));
    for (int frame = 1; frame <= instance.numberOfFrames(); frame++) {
      all.add(frame(instance, frame));
    }
    all.add(file(instance));
    instance.bulkData().keySet().stream()
        .filter(tag -> !tag.startsWith("7FE0"))
        .forEach(tag -> all.add(bulkData(instance, tag)));
    return all;
  }

  static Expected frame(SyntheticInstance instance, int frame) {
    String path = instance.path() + "/frames/" + frame;
    return new Expected(path, fileOf(path), FRAME, () -> instance.frame(frame));
  }

  static Expected file(SyntheticInstance instance) {
    String file = fileOf(instance.path()) + "/_/" + instance.uid();
    return new Expected(instance.path(), file, FILE, instance::p10);
  }

  private static Expected bulkData(SyntheticInstance instance, String tag) {
    String path = instance.path() + "/bulkdata/" + tag;
    byte[] value = instance.bulkData().get(tag);
    return new Expected(path, fileOf(path), BULK_DATA, () -> value);
  }

  static Expected metadata(String path) {
    return new Expected(path + "/metadata", fileOf(path) + "/metadata", METADATA, null);
  }

  private static String fileOf(String path) {
    return path.substring("/studies/".length());
  }
}
