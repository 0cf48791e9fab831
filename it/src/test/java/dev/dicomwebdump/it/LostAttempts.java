package dev.dicomwebdump.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The attempts of a dump that were of no use, by the kinds of their problems in order of time. */
final class LostAttempts {
  private LostAttempts() {}

  /** Those of all resources, such as {@code truncated timeout timeout}. */
  static String of(DumpFolder folder) {
    List<Map.Entry<String, String>> kinds = new ArrayList<>();
    for (JsonNode record : folder.records().values()) {
      for (JsonNode earlier : record.at("/_dicomweb/earlier")) {
        kinds.add(Map.entry(started(earlier), earlier.at("/_problem/kind").asText()));
      }
      if (!record.at("/_dicomweb/problem").isNull()) {
        kinds.add(Map.entry(started(record), record.at("/_dicomweb/problem/kind").asText()));
      }
    }
    return kinds.stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining(" "));
  }

  private static String started(JsonNode entry) {
    return entry.at("/startedDateTime").textValue();
  }
}
