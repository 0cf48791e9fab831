package dev.dicomwebdump.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object in the form of all JSON that a dump writes: UTF-8, with two blanks a level
 * or without any, a newline at the end. What is begun must be ended by the caller. A member has a
 * name, an element of an array has none. Names are the format's own words, which need no escape,
 * unless a method says otherwise. For one thread.
 */
final class JsonWriter {

  private static final int SECONDS_OF_DAY = 86_400;

  /** Of characters, and a third of what becomes Base64. */
  private static final int PIECE = 8192;

  private final JsonBytes bytes;
  private final boolean pretty;
  private int level;
  private boolean empty = true;

  private JsonWriter(JsonBytes bytes, boolean pretty) {
    this.bytes = bytes;
    this.pretty = pretty;
  }

  /** What a document holds. */
  @FunctionalInterface
  interface Content {
    void writeTo(JsonWriter json);
  }

  /** The bytes of a document. */
  static byte[] encode(Content content) {
    return encode(content, true);
  }

  /** The bytes of a document in one line. */
  static byte[] encodeLine(Content content) {
    return encode(content, false);
  }

  private static byte[] encode(Content content, boolean pretty) {
    JsonWriter json = new JsonWriter(new JsonBytes(null), pretty);
    content.writeTo(json);
    json.newLine();
    return json.bytes.toArray();
  }

  /**
   * A document that goes to a stream as it grows. Whatever cannot be written is an {@link
   * UncheckedIOException}.
   *
   * @param out not closed
   */
  static JsonWriter pretty(OutputStream out) {
    return new JsonWriter(new JsonBytes(out), true);
  }

  /** Likewise a large document, without blanks. */
  static JsonWriter compact(OutputStream out) {
    return new JsonWriter(new JsonBytes(out), false);
  }

  /** Hands all that was written on to the stream. */
  void flush() {
    bytes.flush();
  }

  /** Begins a new line: after the end of a document, or between elements. */
  void newLine() {
    bytes.put('\n');
  }

  /** Begins the document, or an element. */
  void beginObject() {
    element();
    open();
  }

  void beginObject(String name) {
    member(name);
    open();
  }

  void endObject() {
    level--;
    if (pretty && !empty) {
      bytes.newLine(level);
    }
    bytes.put('}');
    empty = false;
  }

  void beginArray(String name) {
    member(name);
    bytes.put('[');
    empty = true;
  }

  void endArray() {
    if (pretty && !empty) {
      bytes.put(' ');
    }
    bytes.put(']');
    empty = false;
  }

  void string(String name, @Nullable String value) {
    member(name);
    value(value);
  }

  void number(String name, long value) {
    member(name);
    bytes.ascii(Long.toString(value));
  }

  void number(String name, BigDecimal value) {
    member(name);
    bytes.ascii(value.toString());
  }

  /** A member whose name is any text. */
  void anyString(String name, @Nullable String value) {
    anyMember(name);
    value(value);
  }

  /** A member whose name is any text. */
  void anyNumber(String name, long value) {
    anyMember(name);
    bytes.ascii(Long.toString(value));
  }

  void truth(String name, boolean value) {
    member(name);
    bytes.ascii(value ? "true" : "false");
  }

  void nothing(String name) {
    member(name);
    bytes.ascii("null");
  }

  /** A duration that is not negative, in milliseconds with microseconds as decimals. */
  void milliseconds(String name, long microseconds) {
    member(name);
    bytes.ascii(Long.toString(microseconds / 1000));
    bytes.put('.');
    digits((int) (microseconds % 1000), 3);
  }

  /** ISO 8601 in UTC with milliseconds. */
  void time(String name, Instant instant) {
    member(name);
    long seconds = instant.getEpochSecond();
    int ofDay = (int) Math.floorMod(seconds, (long) SECONDS_OF_DAY);
    bytes.put('"');
    bytes.ascii(LocalDate.ofEpochDay(Math.floorDiv(seconds, (long) SECONDS_OF_DAY)).toString());
    bytes.put('T');
    digits(ofDay / 3600, 2);
    bytes.put(':');
    digits(ofDay / 60 % 60, 2);
    bytes.put(':');
    digits(ofDay % 60, 2);
    bytes.put('.');
    digits(instant.getNano() / 1_000_000, 3);
    bytes.ascii("Z\"");
  }

  /**
   * A string that is read to its end, and not held.
   *
   * @param text what each read brings has whole surrogate pairs; not closed
   */
  void text(String name, Reader text) throws IOException {
    member(name);
    bytes.put('"');
    char[] piece = new char[PIECE];
    for (int read = text.read(piece); read >= 0; read = text.read(piece)) {
      bytes.text(new String(piece, 0, read));
    }
    bytes.put('"');
  }

  /**
   * Bytes that are read to their end, and not held, as a string in Base64 (RFC 4648, section 4).
   *
   * @param content not closed
   */
  void base64(String name, InputStream content) throws IOException {
    member(name);
    bytes.put('"');
    byte[] piece = new byte[3 * PIECE];
    int read;
    do {
      read = content.readNBytes(piece, 0, piece.length);
      bytes.put(Base64.getEncoder().encode(Arrays.copyOf(piece, read)));
    } while (read == piece.length);
    bytes.put('"');
  }

  /** An element. */
  void string(@Nullable String value) {
    element();
    value(value);
  }

  /** An element. */
  void number(long value) {
    element();
    bytes.ascii(Long.toString(value));
  }

  private void value(@Nullable String value) {
    if (value == null) {
      bytes.ascii("null");
    } else {
      bytes.quoted(value);
    }
  }

  private void member(String name) {
    assert JsonBytes.isPlain(name) : name;
    beforeMember();
    bytes.put('"');
    bytes.ascii(name);
    bytes.ascii(pretty ? "\": " : "\":");
  }

  private void anyMember(String name) {
    beforeMember();
    bytes.quoted(name);
    bytes.ascii(pretty ? ": " : ":");
  }

  private void beforeMember() {
    if (!empty) {
      bytes.put(',');
    }
    if (pretty) {
      bytes.newLine(level);
    }
    empty = false;
  }

  private void element() {
    if (level > 0 && !empty) {
      bytes.put(',');
    }
    if (level > 0 && pretty) {
      bytes.put(' ');
    }
    empty = false;
  }

  private void open() {
    bytes.put('{');
    level++;
    empty = true;
  }

  private void digits(int number, int digits) {
    for (int unit = digits == 3 ? 100 : 10; unit > 0; unit /= 10) {
      bytes.put((char) ('0' + number / unit % 10));
    }
  }
}
