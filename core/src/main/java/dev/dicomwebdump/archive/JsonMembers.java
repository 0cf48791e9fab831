package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the members of one object, for documents that other packages define, in the form of all
 * JSON that a dump writes. Good only while the object is written; for one thread.
 */
public final class JsonMembers {

  private static final int DECIMALS = 3;

  private final JsonGenerator json;

  private JsonMembers(JsonGenerator json) {
    this.json = json;
  }

  /** The bytes of a document that is one object: two blanks a level, a newline at the end. */
  public static byte[] encode(Consumer<JsonMembers> content) {
    return JsonText.encode(json -> new JsonMembers(json).object(content));
  }

  /** The bytes of a document that is one object, all in one line. */
  public static byte[] encodeLine(Consumer<JsonMembers> content) {
    return JsonText.encodeLine(json -> new JsonMembers(json).object(content));
  }

  /** A string, or null. */
  public void string(String name, @Nullable String value) {
    write(() -> json.writeStringField(name, value));
  }

  /** A whole number. */
  public void number(String name, long value) {
    write(() -> json.writeNumberField(name, value));
  }

  /** A number with three decimals. */
  public void decimal(String name, double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    write(() -> json.writeNumberField(name, rounded));
  }

  /** True or false. */
  public void truth(String name, boolean value) {
    write(() -> json.writeBooleanField(name, value));
  }

  /** Milliseconds, with microseconds as decimals; null stays null. */
  public void milliseconds(String name, @Nullable Duration value) {
    if (value == null) {
      string(name, null);
    } else {
      write(() -> JsonText.writeMilliseconds(json, name, value));
    }
  }

  /** ISO 8601 in UTC with milliseconds; null stays null. */
  public void time(String name, @Nullable Instant value) {
    string(name, value == null ? null : JsonText.time(value));
  }

  /** A list of strings. */
  public void strings(String name, Iterable<String> values) {
    write(
        () -> {
          json.writeArrayFieldStart(name);
          for (String value : values) {
            json.writeString(value);
          }
          json.writeEndArray();
        });
  }

  /** An object. */
  public void object(String name, Consumer<JsonMembers> content) {
    write(
        () -> {
          json.writeFieldName(name);
          object(content);
        });
  }

  /** A list of objects. */
  public <T> void objects(String name, Iterable<T> values, BiConsumer<JsonMembers, T> content) {
    write(
        () -> {
          json.writeArrayFieldStart(name);
          for (T value : values) {
            object(members -> content.accept(members, value));
          }
          json.writeEndArray();
        });
  }

  private void object(Consumer<JsonMembers> content) throws IOException {
    json.writeStartObject();
    content.accept(this);
    json.writeEndObject();
  }

  private interface Writing {
    void write() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (IOException e) {
      throw new UncheckedIOException("a document in memory cannot be written", e);
    }
  }
}
