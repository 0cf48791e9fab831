package dev.dicomwebdump.archive;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the members of one object, for documents that other packages define, in the form of all
 * JSON that a dump writes. Names are of ASCII and need no escape. Good only while the object is
 * written; for one thread.
 */
public final class JsonMembers {

  private static final int DECIMALS = 3;

  private final JsonWriter json;

  private JsonMembers(JsonWriter json) {
    this.json = json;
  }

  /** The bytes of a document that is one object: two blanks a level, a newline at the end. */
  public static byte[] encode(Consumer<JsonMembers> content) {
    return JsonWriter.encode(json -> new JsonMembers(json).object(content));
  }

  /** The bytes of a document that is one object, all in one line. */
  public static byte[] encodeLine(Consumer<JsonMembers> content) {
    return JsonWriter.encodeLine(json -> new JsonMembers(json).object(content));
  }

  /** A string, or null. */
  public void string(String name, @Nullable String value) {
    json.string(name, value);
  }

  /** A whole number. */
  public void number(String name, long value) {
    json.number(name, value);
  }

  /** A number with three decimals. */
  public void decimal(String name, double value) {
    json.number(name, BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }

  /** True or false. */
  public void truth(String name, boolean value) {
    json.truth(name, value);
  }

  /** Milliseconds, with microseconds as decimals; null stays null. */
  public void milliseconds(String name, @Nullable Duration value) {
    if (value == null) {
      json.nothing(name);
    } else {
      json.milliseconds(name, value.toNanos() / 1000);
    }
  }

  /** ISO 8601 in UTC with milliseconds; null stays null. */
  public void time(String name, @Nullable Instant value) {
    if (value == null) {
      json.nothing(name);
    } else {
      json.time(name, value);
    }
  }

  /** A list of strings. */
  public void strings(String name, Iterable<String> values) {
    json.beginArray(name);
    for (String value : values) {
      json.string(value);
    }
    json.endArray();
  }

  /** An object. */
  public void object(String name, Consumer<JsonMembers> content) {
    json.beginObject(name);
    content.accept(this);
    json.endObject();
  }

  /** A list of objects. */
  public <T> void objects(String name, Iterable<T> values, BiConsumer<JsonMembers, T> content) {
    json.beginArray(name);
    for (T value : values) {
      object(members -> content.accept(members, value));
    }
    json.endArray();
  }

  private void object(Consumer<JsonMembers> content) {
    json.beginObject();
    content.accept(this);
    json.endObject();
  }
}
