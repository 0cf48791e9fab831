package dev.dicomwebdump.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What a dump holds but for what another dump of the same content has otherwise: times, ports, the
 * HTTP version, and what belongs to a connection.
 */
final class Timeless {

  private static final Set<String> LEFT_OUT =
      Set.of(
          "startedDateTime",
          "time",
          "timings",
          "serverIPAddress",
          "connection",
          "httpVersion",
          "statusText");
  private static final Set<String> OF_CONNECTIONS =
      Set.of("connection", "keep-alive", "transfer-encoding", "date", "host");

  private Timeless() {}

  /** The content of each file, by its name: bodies as digests, records without times. */
  static Map<String, String> of(DumpFolder folder) {
    Map<String, String> content = new TreeMap<>();
    for (String file : folder.files()) {
      if (!file.contains("_dump/")) {
        content.put(file, Digests.sha256(folder.bytes(file)));
      }
    }
    folder.records().forEach((name, record) -> content.put(name + DumpFolder.RECORD, of(record)));
    return content;
  }

  private static String of(JsonNode record) {
    return strip(record.deepCopy())
        .toString()
        .replaceAll("https?://127\\.0\\.0\\.1:[0-9]+/_redirected/https?/", "http://")
        .replaceAll("https?://127\\.0\\.0\\.1:[0-9]+", "ORIGIN")
        .replaceAll("connection to 127\\.0\\.0\\.1:[0-9]+ broke before[^\"]*", "connection broke")
        // How a cut shows differs with the version of HTTP.
        .replaceAll("(the body broke off after [^:\"]*)[^\"]*", "$1")
        .replaceAll("\"message\":\"[0-9]{3} [^\"]*\"", "\"message\":\"a status\"");
  }

  private static JsonNode strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(LEFT_OUT);
      if (object.get("headers") instanceof ArrayNode headers) {
        object.put("headers", fields(headers));
      }
    }
    node.forEach(Timeless::strip);
    return node;
  }

  private static String fields(ArrayNode headers) {
    StringBuilder fields = new StringBuilder();
    StreamSupport.stream(headers.spliterator(), false)
        .map(field -> Map.entry(name(field), field.get("value").textValue()))
        .filter(field -> !OF_CONNECTIONS.contains(field.getKey()))
        .forEach(field -> fields.append(field).append('\n'));
    return fields.toString();
  }

  private static String name(JsonNode field) {
    return field.get("name").textValue().toLowerCase(Locale.ROOT);
  }
}
