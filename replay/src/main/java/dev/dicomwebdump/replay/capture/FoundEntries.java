package dev.dicomwebdump.replay.capture;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes what a search finds, from the offset on, up to the limit. For one thread. */
final class FoundEntries {

  private final Matching matching;
  private final StringBuilder json = new StringBuilder("[");
  private long found;

  FoundEntries(Matching matching) {
    this.matching = matching;
  }

  /**
   * One entry, if it is what is wanted.
   *
   * @return whether more can be taken
   */
  boolean add(Map<String, ScannedDataset.Attribute> entry) {
    if (matching.fits(entry) && ++found > matching.offset() && !isFull()) {
      json.append(json.length() == 1 ? "{" : ",{");
      String separator = "";
      for (Map.Entry<String, ScannedDataset.Attribute> each : new TreeMap<>(entry).entrySet()) {
        json.append(separator).append('"').append(each.getKey()).append("\":");
        json.append(each.getValue().json());
        separator = ",";
      }
      json.append('}');
    }
    return !isFull();
  }

  /** Whether no more can be taken; also when one more was met than fits. */
  boolean isFull() {
    return found - matching.offset() > matching.limit();
  }

  /** The document. */
  byte[] json() {
    return (json + "]").getBytes(StandardCharsets.UTF_8);
  }
}
