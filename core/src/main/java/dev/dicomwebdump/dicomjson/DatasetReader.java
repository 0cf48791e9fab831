package dev.dicomwebdump.dicomjson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a DICOM JSON document (PS3.18 Annex F), dataset by dataset, in memory that does not grow
 * with the document. Only what {@link Attribute} lists is kept, and where bulk data lies; all else
 * is skipped, but must be JSON, to the very end.
 *
 * <p>What does not hinder a walk is accepted: one object in place of the array, a byte order mark,
 * bytes that are not UTF-8 (read as U+FFFD), an attribute that is not an object, a value that is
 * not in an array, tags in lower case. Of two members with the same name the last one counts, as in
 * browsers. An element of the array that is not an object is an error.
 *
 * <p>For one thread. After an exception the reader can only be closed.
 */
public final class DatasetReader implements Closeable {

  /** How deep a document may be nested. */
  static final int MOST_NESTED = 1_000;

  /** How many characters a value may have that is kept; text that is skipped has no limit. */
  static final int LONGEST_VALUE = 100_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_NESTED)
                  .maxStringLength(LONGEST_VALUE)
                  .maxNameLength(1_000)
                  .maxNumberLength(1_000)
                  .maxDocumentLength(-1)
                  .maxTokenCount(-1)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // Else the parser remembers every name that occurs: a table that a document can grow.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final Utf8Reader text;
  private final JsonParser parser;
  private final Faults faults;
  private final DatasetParser datasets;
  private boolean begun;
  private boolean singleObject;
  private boolean ended;
  private long count;

  /**
   * @param in the document, content-decoded; closed with this reader
   * @throws IOException never before the first read, but Jackson declares it
   */
  public DatasetReader(InputStream in) throws IOException {
    text = new Utf8Reader(in);
    parser = JSON.createParser(text);
    faults = new Faults(parser, text);
    datasets = new DatasetParser(parser);
  }

  /**
   * The next dataset, or null after the last one, when the document has really ended.
   *
   * @throws DicomJsonException when the document breaks off or is not DICOM JSON
   * @throws IOException when the stream cannot be read
   */
  public @Nullable Dataset next() throws IOException {
    try {
      return ended ? null : advance();
    } catch (JsonProcessingException e) {
      throw faults.of(e);
    }
  }

  /** Whether the document is one object in place of an array; known after the first dataset. */
  public boolean isSingleObject() {
    return singleObject;
  }

  /** Whether bytes were met that are not UTF-8 (RFC 8259 section 8.1); known after the last one. */
  public boolean hasMalformedUtf8() {
    return text.isMalformed();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private @Nullable Dataset advance() throws IOException {
    if (!begun) {
      begun = true;
      begin(parser.nextToken());
      return singleObject ? single() : element();
    }
    return singleObject ? end() : element();
  }

  private void begin(@Nullable JsonToken token) throws IOException {
    if (token == null) {
      throw faults.empty();
    }
    singleObject = token == JsonToken.START_OBJECT;
    if (!singleObject && token != JsonToken.START_ARRAY) {
      throw faults.notDicom("neither an array nor an object");
    }
  }

  private @Nullable Dataset element() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return end();
    }
    if (token != JsonToken.START_OBJECT) {
      throw faults.notDicom("an element that is not an object");
    }
    return datasets.dataset(++count);
  }

  private Dataset single() throws IOException {
    Dataset dataset = datasets.dataset(++count);
    if (dataset.isEmpty()) {
      // A server's error message in JSON, which must not pass for metadata.
      throw faults.notDicom("an object without any attribute of an instance");
    }
    return dataset;
  }

  private @Nullable Dataset end() throws IOException {
    if (parser.nextToken() != null) {
      throw faults.notDicom("the document goes on after its end");
    }
    ended = true;
    return null;
  }
}
