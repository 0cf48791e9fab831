package dev.dicomwebdump.credentials;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the members of a JSON object that are text, numbers or literals; others are left out. */
final class FlatJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private FlatJson() {}

  /** The members by name, as text; null when it is not a JSON object. */
  static @Nullable Map<String, String> read(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Map<String, String> members = new HashMap<>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken().isScalarValue()) {
          members.put(name, parser.getText());
        }
        parser.skipChildren();
      }
      return members;
    } catch (IOException e) {
      return null;
    }
  }
}
