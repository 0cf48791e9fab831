package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Writes what was found wrong with a dump as one JSON document, as it is found; {@code
 * docs/format.md} defines it. For one thread.
 */
public final class FindingsJson implements Closeable {

  private static final int VERSION = 1;

  private final JsonGenerator json;

  /**
   * Begins the document.
   *
   * @param out where it goes; not closed
   */
  public FindingsJson(OutputStream out) throws IOException {
    json = JsonText.generator(out);
    json.writeStartObject();
    json.writeNumberField("version", VERSION);
    json.writeArrayFieldStart("findings");
  }

  /** Adds a finding. */
  public void add(String file, String kind, String message) throws IOException {
    json.writeStartObject();
    json.writeStringField("file", file);
    json.writeStringField("kind", kind);
    json.writeStringField("message", message);
    json.writeEndObject();
  }

  /** Ends the document with counts, in the order of the map. */
  public void end(Map<String, Long> counts) throws IOException {
    json.writeEndArray();
    json.writeObjectFieldStart("counts");
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Writes out what was added; a document that was not ended stays open. */
  @Override
  public void close() throws IOException {
    json.close();
  }
}
