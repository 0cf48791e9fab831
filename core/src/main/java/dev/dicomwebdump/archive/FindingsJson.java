package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.OutputException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Writes what was found wrong with a dump as one JSON document, as it is found; {@code
 * docs/format.md} defines it. What cannot be written is an {@link OutputException}. For one thread.
 */
public final class FindingsJson implements AutoCloseable {

  private static final int VERSION = 1;

  private final JsonWriter json;
  private long findings;

  /**
   * Begins the document.
   *
   * @param out where it goes; not closed
   */
  public FindingsJson(OutputStream out) {
    try {
      json = JsonWriter.pretty(out);
      json.beginObject();
      json.number("version", VERSION);
      json.beginArray("findings");
    } catch (UncheckedIOException e) {
      throw failed(e);
    }
  }

  /** Adds a finding. */
  public void add(String file, String kind, String message) {
    findings++;
    try {
      json.beginObject();
      json.string("file", file);
      json.string("kind", kind);
      json.string("message", message);
      json.endObject();
    } catch (UncheckedIOException e) {
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
      json.endArray();
      json.beginObject("counts");
      json.number("studies", studies);
      json.number("records", records);
      json.number("bytes", bytes);
      json.number("unkept", unkept);
      json.number("findings", findings);
      json.endObject();
      json.string("digest", weakest.published());
      json.string("remains", weakest.remains());
      json.endObject();
      json.newLine();
    } catch (UncheckedIOException e) {
      throw failed(e);
    }
  }

  /** Writes out what was added; a document that was not ended stays open. */
  @Override
  public void close() {
    try {
      json.flush();
    } catch (UncheckedIOException e) {
      throw failed(e);
    }
  }

  private static OutputException failed(UncheckedIOException e) {
    return new OutputException("cannot write the findings", Objects.requireNonNull(e.getCause()));
  }
}
