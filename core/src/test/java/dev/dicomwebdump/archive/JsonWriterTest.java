package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private static String member(JsonWriter.Content content) {
    byte[] line =
        JsonWriter.encodeLine(
            json -> {
              json.beginObject();
              content.writeTo(json);
              json.endObject();
            });
    return new String(line, UTF_8);
  }

  @Test
  void aDocumentHasALineForEachMember() {
    byte[] document =
        JsonWriter.encode(
            json -> {
              json.beginObject();
              json.string("a", "x");
              json.beginObject("none");
              json.endObject();
              json.beginArray("empty");
              json.endArray();
              json.beginArray("list");
              json.number(1);
              json.string((String) null);
              json.beginObject();
              json.truth("b", true);
              json.nothing("c");
              json.endObject();
              json.endArray();
              json.number("d", new BigDecimal("1.500"));
              json.milliseconds("e", 12_034);
              json.endObject();
            });

    assertThat(new String(document, UTF_8))
        .isEqualTo(
            """
            {
              "a": "x",
              "none": {},
              "empty": [],
              "list": [ 1, null, {
                "b": true,
                "c": null
              } ],
              "d": 1.500,
              "e": 12.034
            }
            """);
  }

  /** What Jackson would write is what dumps held before, and what readers know. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anyDocumentIsAsJacksonWritesIt(boolean pretty) throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      int seed = random.nextInt();
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      try (JsonGenerator json = new JsonFactory().createGenerator(expected)) {
        if (pretty) {
          json.setPrettyPrinter(
              new DefaultPrettyPrinter(SEPARATORS)
                  .withObjectIndenter(new DefaultIndenter("  ", "\n")));
        }
        new RandomDocument(seed).writeTo(json);
      }
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      JsonWriter json = pretty ? JsonWriter.pretty(written) : JsonWriter.compact(written);
      new RandomDocument(seed).writeTo(json);
      json.flush();

      assertThat(written.toString(UTF_8)).isEqualTo(expected.toString(UTF_8));
      assertThat(pretty ? JsonWriter.encode(j -> new RandomDocument(seed).writeTo(j)) : null)
          .isIn(null, written.toString(UTF_8).concat("\n").getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`plain`, `plain`",
        "`a\"b`, `a\\\"b`",
        "`a\\b`, `a\\\\b`",
        "`what?`, `what?`",
        "`a/b`, `a/b`",
        "`\u0001\u001f\u007f`, `\\u0001\\u001F\u007f`",
        "`\b\f\n\r\tx`, `\\b\\f\\n\\r\\tx`",
        "`M\u00fcller\u0080`, `M\u00fcller\u0080`",
        "`\u65e5\u672c`, `\u65e5\u672c`",
        "`\ud83d\ude00\"`, `\ud83d\ude00\\\"`",
        "`x\ud83d`, `x?`",
        "`\ude00x\ud83d`, `?x?`",
        "``, ``",
      })
  void aStringIsEscapedAndNeverHalfACharacter(String text, String written) {
    assertThat(member(json -> json.string("a", text))).isEqualTo("{\"a\":\"" + written + "\"}\n");
    assertThat(member(json -> json.anyString(text, "a")))
        .isEqualTo("{\"" + written + "\":\"a\"}\n");
    assertThat(member(json -> json.anyNumber(text, 7))).isEqualTo("{\"" + written + "\":7}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a\\b", "a\nb", "M\u00fcller", "\u0141"})
  void aNameOfItsOwnNeedsNoEscape(String name) {
    assertThatThrownBy(() -> member(json -> json.number(name, 7)))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T04:05:06.007Z",
        "2026-11-23T23:59:59.999999999Z",
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.001Z",
        "0001-01-01T00:00:00Z",
        "-0001-12-31T10:20:30.4Z",
        "+12026-02-03T04:05:06Z",
      })
  void aTimeIsAsIso8601HasIt(String time) {
    DateTimeFormatter iso =
        new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    Instant instant = Instant.parse(time);

    assertThat(member(json -> json.time("at", instant)))
        .isEqualTo("{\"at\":\"" + iso.format(instant) + "\"}\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000})
  void bytesOfAnyCountBecomeBase64(int count) throws IOException {
    byte[] content = new byte[count];
    new Random(count).nextBytes(content);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonWriter json = JsonWriter.compact(out);
    json.beginObject();
    try (InputStream in = new ByteArrayInputStream(content)) {
      json.base64("text", in);
    }
    json.endObject();
    json.flush();

    assertThat(out.toString(UTF_8))
        .isEqualTo("{\"text\":\"" + Base64.getEncoder().encodeToString(content) + "\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 50_000})
  void textThatIsReadIsAsTextAtHand(int blanks) throws IOException {
    String text = " ".repeat(blanks) + "\"\ud83d\ude00\u65e5?".repeat(5_000);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonWriter json = JsonWriter.compact(out);
    json.beginObject();
    try (Reader in = new WholePairs(new StringReader(text))) {
      json.text("a", in);
    }
    json.endObject();
    json.flush();

    assertThat(out.toString(UTF_8) + "\n").isEqualTo(member(j -> j.string("a", text)));
    assertThat(MAPPER.readTree(out.toByteArray()).get("a").textValue()).isEqualTo(text);
  }

  @Test
  void whatGoesToAStreamDoesNotGather() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonWriter json = JsonWriter.pretty(out);
    json.beginObject();
    json.beginArray("list");
    for (int i = 0; i < 10_000; i++) {
      json.string("x".repeat(100));
      assertThat(out.size()).isGreaterThanOrEqualTo(i * 100 - 8_192);
    }
  }

  @Test
  void aStreamThatFailsIsTold() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    JsonWriter json = JsonWriter.pretty(full);
    json.beginObject();

    assertThatThrownBy(json::flush)
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("No space left on device");
  }
}
