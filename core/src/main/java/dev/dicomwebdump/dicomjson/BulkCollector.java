package dev.dicomwebdump.dicomjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Gathers the values of one dataset that lie elsewhere, in sequences of any depth too. Servers
 * write the URI as a member of the attribute, as the standard has it, or in its Value.
 */
final class BulkCollector {

  private static final int TAG_DIGITS = 8;
  private static final String URI = "BulkDataURI";

  private final JsonParser parser;
  private final StringBuilder path = new StringBuilder();
  private final Set<String> paths = new HashSet<>();
  private final List<BulkReference> named = new ArrayList<>();
  private long omitted;

  BulkCollector(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the value of a member of the dataset, at which the parser is, to its end. */
  void member(String name) throws IOException {
    path.setLength(0);
    below(name);
  }

  /** All that was gathered. */
  BulkReferences references() {
    return named.isEmpty() ? BulkReferences.NONE : new BulkReferences(named, omitted);
  }

  private void below(String name) throws IOException {
    if (!isTag(name) || !parser.isExpectedStartObjectToken()) {
      parser.skipChildren();
      return;
    }
    int length = path.length();
    path.append(length == 0 ? "" : ".").append(name.toUpperCase(Locale.ROOT));
    attribute();
    path.setLength(length);
  }

  private static boolean isTag(String name) {
    boolean digits = name.length() == TAG_DIGITS;
    for (int i = 0; digits && i < TAG_DIGITS; i++) {
      digits = HexFormat.isHexDigit(name.charAt(i));
    }
    return digits;
  }

  private void attribute() throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(URI)) {
        uri();
      } else if (name.equals("Value") && parser.isExpectedStartArrayToken()) {
        values();
      } else {
        parser.skipChildren();
      }
    }
  }

  private void values() throws IOException {
    int number = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      number++;
      if (parser.isExpectedStartObjectToken()) {
        value(number);
      } else {
        parser.skipChildren();
      }
    }
  }

  /** An item of a sequence, or a value that is only referred to. */
  private void value(int number) throws IOException {
    int length = path.length();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(URI)) {
        uri();
      } else {
        path.append('.').append(number);
        below(name);
        path.setLength(length);
      }
    }
  }

  private void uri() throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      parser.skipChildren();
    } else if (named.size() == BulkReferences.MOST) {
      omitted++;
    } else if (paths.add(path.toString())) {
      named.add(new BulkReference(path.toString(), parser.getText()));
    }
  }
}
