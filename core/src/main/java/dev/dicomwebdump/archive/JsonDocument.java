package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one of the small JSON documents that a dump writes, whole and to its end. How deep it nests
 * and how long its strings and numbers are is limited, since others may have made it.
 */
final class JsonDocument {

  /** What a record keeps of a body beside its payloads is at most 16 MiB, in Base64. */
  private static final int LONGEST_STRING = 1 << 25;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_STRING).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Else the factory remembers every name that occurs: a table that a document can grow.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final JsonParser parser;
  private final Set<String> passedOver;

  private JsonDocument(JsonParser parser, Set<String> passedOver) {
    this.parser = parser;
    this.passedOver = passedOver;
  }

  /**
   * Reads a document that is one object.
   *
   * @throws FormatException when it is none, breaks off, goes on, or names a member twice
   */
  static JsonObject read(byte[] bytes) throws FormatException {
    try {
      return read(FACTORY.createParser(bytes), Set.of());
    } catch (FormatException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot be read", e);
    }
  }

  /**
   * Reads a document likewise, and closes the stream.
   *
   * @param passedOver names of members whose values are not held, wherever they are: they are as
   *     null
   * @throws IOException when the stream cannot be read
   */
  static JsonObject read(InputStream content, Set<String> passedOver) throws IOException {
    return read(FACTORY.createParser(content), passedOver);
  }

  private static JsonObject read(JsonParser opened, Set<String> passedOver) throws IOException {
    try (JsonParser parser = opened) {
      JsonObject document = new JsonDocument(parser, passedOver).document();
      if (parser.nextToken() != null) {
        throw new FormatException("it goes on after the end of the JSON");
      }
      return document;
    } catch (JsonProcessingException e) {
      throw new FormatException("it is not JSON: " + reason(e), e);
    }
  }

  private JsonObject document() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new FormatException("it is not a JSON object");
    }
    return new JsonObject("", object());
  }

  private Map<String, @Nullable Object> object() throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, passedOver.contains(name) ? skipped() : value());
    }
    return members;
  }

  private @Nullable Object skipped() throws IOException {
    parser.skipChildren();
    return null;
  }

  private List<@Nullable Object> array() throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }

  private @Nullable Object value() throws IOException {
    return switch (Objects.requireNonNull(parser.currentToken())) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static String reason(JsonProcessingException e) {
    String message = Objects.requireNonNullElse(e.getOriginalMessage(), "");
    return message.lines().findFirst().orElse("") + " (line " + line(e) + ")";
  }

  private static String line(JsonProcessingException e) {
    return e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getLineNr());
  }
}
