package dev.dicomwebdump.replay.capture;

import java.util.List;
import java.util.Map;

/**
 * One dataset of a DICOM JSON document. Immutable.
 *
 * @param from where it begins in the document
 * @param length its bytes
 * @param attributes those that were wanted, by tag
 */
record ScannedDataset(long from, long length, Map<String, Attribute> attributes) {

  /**
   * An attribute.
   *
   * @param json its JSON object, as it stands
   * @param values its values as text; of persons' names each group
   */
  record Attribute(String json, List<String> values) {

    Attribute {
      values = List.copyOf(values);
    }
  }

  ScannedDataset {
    attributes = Map.copyOf(attributes);
  }

  /** The first value of an attribute; empty when there is none. */
  String first(String tag) {
    Attribute attribute = attributes.get(tag);
    return attribute == null || attribute.values.isEmpty() ? "" : attribute.values.get(0);
  }
}
