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
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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

  /**
   * Encodes a document. It goes through characters, since half a surrogate pair, which a cut text
   * may end in, must cost a question mark and not the whole document.
   */
  static byte[] encode(Content content) {
    return encode(pretty(), content);
  }

  /** Encodes a document as one line. */
  static byte[] encodeLine(Content content) {
    return encode(new MinimalPrettyPrinter(), content);
  }

  private static byte[] encode(PrettyPrinter printer, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    OutputStreamWriter text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(printer);
      content.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be written", e);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /**
   * Writes a document as it grows, through characters too; closing it does not close the stream.
   */
  static JsonGenerator generator(OutputStream out) throws IOException {
    return FACTORY
        .createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8))
        .setPrettyPrinter(pretty())
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

  /** Milliseconds, with microseconds as decimals. */
  static BigDecimal milliseconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos() / 1000, 3);
  }
}
