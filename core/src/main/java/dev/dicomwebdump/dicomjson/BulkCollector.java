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

  private static final String URI = "BulkDataURI";
  private static final int TAG_DIGITS = 8;

  private final JsonParser parser;
  private final StringBuilder above = new StringBuilder();
  private final Set<String> paths = new HashSet<>();
  private final List<BulkReference> named = new ArrayList<>();
  private long omitted;

  BulkCollector(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the value of a member of the dataset, at which the parser is, to its end. */
  void member(String name) throws IOException {
    if (parser.isExpectedStartObjectToken()) {
      attribute(name);
    } else {
      parser.skipChildren();
    }
  }

  /** All that was gathered. */
  BulkReferences references() {
    return named.isEmpty() ? BulkReferences.NONE : new BulkReferences(named, omitted);
  }

  private void attribute(String tag) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(URI)) {
        uri(tag);
      } else if (name.equals("Value") && parser.isExpectedStartArrayToken()) {
        values(tag);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void values(String tag) throws IOException {
    int number = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      number++;
      if (parser.isExpectedStartObjectToken() && isTag(tag)) {
        value(tag, number);
      } else {
        parser.skipChildren();
      }
    }
  }

  /** An item of a sequence, or a value that is only referred to. */
  private void value(String tag, int number) throws IOException {
    int length = above.length();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals(URI)) {
        uri(tag);
      } else if (parser.isExpectedStartObjectToken()) {
        above.append(tag).append('.').append(number).append('.');
        attribute(name);
        above.setLength(length);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void uri(String tag) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING || !isTag(tag)) {
      parser.skipChildren();
    } else if (named.size() == BulkReferences.MOST) {
      omitted++;
    } else {
      add((above + tag).toUpperCase(Locale.ROOT));
    }
  }

  private void add(String path) throws IOException {
    if (paths.add(path)) {
      named.add(new BulkReference(path, parser.getText()));
    }
  }

  private static boolean isTag(String name) {
    boolean digits = name.length() == TAG_DIGITS;
    for (int i = 0; digits && i < TAG_DIGITS; i++) {
      digits = HexFormat.isHexDigit(name.charAt(i));
    }
    return digits;
  }
}
