package dev.dicomwebdump.dicomjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;

/** Makes one JSON object, whose opening brace was just read, into a dataset. */
final class DatasetParser {

  /** How many characters the values after the first may make a text grow to. */
  private static final int MOST_JOINED = 1_000;

  private final JsonParser parser;

  DatasetParser(JsonParser parser) {
    this.parser = parser;
  }

  Dataset dataset(long position) throws IOException {
    EnumMap<Attribute, @Nullable String> values = new EnumMap<>(Attribute.class);
    BulkCollector bulk = new BulkCollector(parser);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Attribute attribute = Attribute.ofKey(name);
      parser.nextToken();
      if (attribute != null && attribute.hasKeptValue()) {
        values.put(attribute, attributeValue(attribute));
      } else {
        bulk.member(name);
        if (attribute != null) {
          values.put(attribute, null);
        }
      }
    }
    return new Dataset(position, values, bulk.references());
  }

  private @Nullable String attributeValue(Attribute attribute) throws IOException {
    if (!parser.isExpectedStartObjectToken()) {
      parser.skipChildren();
      return null;
    }
    String value = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean isValue = parser.currentName().equals("Value");
      parser.nextToken();
      if (isValue) {
        value = attribute.hasKeptValues() ? allValues() : firstValue();
      } else {
        parser.skipChildren();
      }
    }
    return value;
  }

  private @Nullable String firstValue() throws IOException {
    if (!parser.isExpectedStartArrayToken()) {
      return scalar();
    }
    if (parser.nextToken() == JsonToken.END_ARRAY) {
      return null;
    }
    String first = scalar();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
    }
    return first;
  }

  /** The values with a backslash between them, as PS3.5 section 6.4 has them in files. */
  private @Nullable String allValues() throws IOException {
    if (!parser.isExpectedStartArrayToken()) {
      return scalar();
    }
    StringBuilder all = new StringBuilder();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String value = scalar();
      if (value != null && all.length() < MOST_JOINED) {
        all.append(all.isEmpty() ? "" : "\\").append(value);
      }
    }
    return all.isEmpty() ? null : all.toString();
  }

  /** The current value as text; null, and skipped, where it is neither text nor number. */
  private @Nullable String scalar() throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_STRING && !token.isNumeric()) {
      parser.skipChildren();
      return null;
    }
    // trim, not strip: UIDs come padded with NUL, as they are in files.
    String trimmed = parser.getText().trim();
    return trimmed.isEmpty() ? null : trimmed;
  }
}
