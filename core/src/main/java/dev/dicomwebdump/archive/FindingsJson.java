package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dicomwebdump.exchange.OutputException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes what was found wrong with a dump as one JSON document, as it is found; {@code
 * docs/format.md} defines it. What cannot be written is an {@link OutputException}. For one thread.
 */
public final class FindingsJson implements AutoCloseable {

  private static final int VERSION = 1;

  private final JsonGenerator json;
  private long findings;

  /**
   * Begins the document.
   *
   * @param out where it goes; not closed
   */
  public FindingsJson(OutputStream out) {
    try {
      json = JsonText.generator(out);
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeArrayFieldStart("findings");
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Adds a finding. */
  public void add(String file, String kind, String message) {
    findings++;
    try {
      json.writeStartObject();
      json.writeStringField("file", file);
      json.writeStringField("kind", kind);
      json.writeStringField("message", message);
      json.writeEndObject();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Ends the document with the counts of what was looked at.
   *
   * @param unkept of how many bodies only the record is there
   * @param weakest the weakest kind of digest that was met with
   */
  public void end(long studies, long records, long bytes, long unkept, DigestKind weakest) {
    try {
      json.writeEndArray();
      json.writeObjectFieldStart("counts");
      json.writeNumberField("studies", studies);
      json.writeNumberField("records", records);
      json.writeNumberField("bytes", bytes);
      json.writeNumberField("unkept", unkept);
      json.writeNumberField("findings", findings);
      json.writeEndObject();
      json.writeStringField("digest", weakest.published());
      json.writeStringField("remains", weakest.remains());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Writes out what was added; a document that was not ended stays open. */
  @Override
  public void close() {
    try {
      json.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static OutputException failed(IOException e) {
    return new OutputException("cannot write the findings", e);
  }
}
