package dev.dicomwebdump.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * The forms of all JSON that a dump writes: UTF-8, two blanks a level or all in one line, a newline
 * at the end.
 */
final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(new DefaultIndenter("  ", "\n"));

  /** What a record mostly needs. */
  private static final int USUAL_BYTES = 4096;

  private JsonText() {}

  /** What a document holds. */
  @FunctionalInterface
  interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** Encodes a document. */
  static byte[] encode(Content content) {
    return encode(pretty(), content);
  }

  /** Encodes a document as one line. */
  static byte[] encodeLine(Content content) {
    return encode(new MinimalPrettyPrinter(), content);
  }

  private static byte[] encode(PrettyPrinter printer, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = new WholeCharacters(FACTORY.createGenerator(bytes))) {
      json.setPrettyPrinter(printer);
      content.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be written", e);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /** Writes a document as it grows; closing it does not close the stream. */
  static JsonGenerator generator(OutputStream out) throws IOException {
    return compact(out).setPrettyPrinter(pretty());
  }

  /** Writes a large document as it grows, without blanks; closing it does not close the stream. */
  static JsonGenerator compact(OutputStream out) throws IOException {
    return new WholeCharacters(FACTORY.createGenerator(out))
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
  }

  private static PrettyPrinter pretty() {
    return PRETTY.createInstance();
  }

  /** ISO 8601 in UTC with milliseconds. */
  static String time(Instant instant) {
    return MILLISECONDS.format(instant);
  }

  /** Writes a duration in milliseconds, with microseconds as decimals. */
  static void writeMilliseconds(JsonGenerator json, String member, Duration duration)
      throws IOException {
    long microseconds = duration.toNanos() / 1000;
    String decimals = Long.toString(1000 + microseconds % 1000).substring(1);
    json.writeFieldName(member);
    json.writeNumber(microseconds / 1000 + "." + decimals);
  }
}
