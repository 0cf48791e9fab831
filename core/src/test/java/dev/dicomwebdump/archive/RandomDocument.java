package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Random;

/** The same document of any shape, through Jackson and through our writer. */
final class RandomDocument {

  private static final int DEEPEST = 6;
  private static final String CHARACTERS = "abc\"\\?\n\u0001\u007f\u00e4\u0080\u65e5/";

  private final Random random;

  RandomDocument(int seed) {
    this.random = new Random(seed);
  }

  void writeTo(JsonWriter json) {
    json.beginObject();
    members(json, 1);
    json.endObject();
  }

  void writeTo(JsonGenerator json) throws IOException {
    json.writeStartObject();
    members(json, 1);
    json.writeEndObject();
  }

  private void members(JsonWriter json, int depth) {
    for (int i = random.nextInt(5); i > 0; i--) {
      String name = text();
      switch (random.nextInt(depth < DEEPEST ? 6 : 4)) {
        case 0 -> json.anyString(name, text());
        case 1 -> json.anyNumber(name, random.nextLong());
        case 2 -> json.truth("truth", random.nextBoolean());
        case 3 -> json.nothing("nothing");
        case 4 -> {
          json.beginObject("object");
          members(json, depth + 1);
          json.endObject();
        }
        default -> {
          json.beginArray("array");
          elements(json, depth);
          json.endArray();
        }
      }
    }
  }

  private void elements(JsonWriter json, int depth) {
    for (int i = random.nextInt(4); i > 0; i--) {
      switch (random.nextInt(3)) {
        case 0 -> json.string(text());
        case 1 -> json.number(random.nextInt());
        default -> {
          json.beginObject();
          members(json, depth + 1);
          json.endObject();
        }
      }
    }
  }

  private void members(JsonGenerator json, int depth) throws IOException {
    for (int i = random.nextInt(5); i > 0; i--) {
      String name = text();
      switch (random.nextInt(depth < DEEPEST ? 6 : 4)) {
        case 0 -> json.writeStringField(name, text());
        case 1 -> json.writeNumberField(name, random.nextLong());
        case 2 -> json.writeBooleanField("truth", random.nextBoolean());
        case 3 -> json.writeNullField("nothing");
        case 4 -> {
          json.writeObjectFieldStart("object");
          members(json, depth + 1);
          json.writeEndObject();
        }
        default -> {
          json.writeArrayFieldStart("array");
          elements(json, depth);
          json.writeEndArray();
        }
      }
    }
  }

  private void elements(JsonGenerator json, int depth) throws IOException {
    for (int i = random.nextInt(4); i > 0; i--) {
      switch (random.nextInt(3)) {
        case 0 -> json.writeString(text());
        case 1 -> json.writeNumber(random.nextInt());
        default -> {
          json.writeStartObject();
          members(json, depth + 1);
          json.writeEndObject();
        }
      }
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(random.nextInt(50) == 0 ? 9000 : 12); i > 0; i--) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }
}
