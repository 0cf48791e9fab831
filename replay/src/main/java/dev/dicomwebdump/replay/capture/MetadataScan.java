package dev.dicomwebdump.replay.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a DICOM JSON document (PS3.18 Annex F) dataset by dataset, and tells where each lies.
 * Memory does not grow with the document. For one thread.
 */
final class MetadataScan implements Closeable {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final MarkedText text;
  private final JsonParser parser;
  private final Set<String> wanted;

  /**
   * @param document the document; closed with this
   * @param wanted the tags of the attributes to keep
   */
  MetadataScan(InputStream document, Set<String> wanted) throws IOException {
    // One character for each byte: positions in the text are positions in the bytes.
    this.text = new MarkedText(new InputStreamReader(document, StandardCharsets.ISO_8859_1));
    this.parser = JSON.createParser(text);
    this.wanted = wanted;
  }

  /** The next dataset; null after the last. */
  @Nullable ScannedDataset next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_ARRAY) {
      token = parser.nextToken();
    }
    if (token != JsonToken.START_OBJECT) {
      return null;
    }
    long from = parser.currentTokenLocation().getCharOffset();
    Map<String, ScannedDataset.Attribute> attributes = new HashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String tag = parser.currentName().toUpperCase(Locale.ROOT);
      JsonToken value = parser.nextToken();
      if (wanted.contains(tag) && value == JsonToken.START_OBJECT) {
        attributes.put(tag, attribute());
      } else {
        parser.skipChildren();
      }
    }
    long end = parser.currentLocation().getCharOffset();
    return new ScannedDataset(from, end - from, attributes);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** As it stands in the document, so that numbers and escapes stay as they were written. */
  private ScannedDataset.Attribute attribute() throws IOException {
    text.keepFrom(parser.currentTokenLocation().getCharOffset());
    parser.skipChildren();
    String bytes = text.upTo(parser.currentLocation().getCharOffset());
    String json = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return new ScannedDataset.Attribute(json, values(json));
  }

  /** All texts and numbers in Value, however deep. */
  private static List<String> values(String json) throws IOException {
    List<String> values = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(json)) {
      boolean inValue = false;
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.FIELD_NAME && depth == 1) {
          inValue = parser.currentName().equals("Value");
        } else if (inValue && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
          values.add(parser.getText().strip());
        }
      }
    }
    return values;
  }
}
