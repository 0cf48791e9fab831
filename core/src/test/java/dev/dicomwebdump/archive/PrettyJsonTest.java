package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyJsonTest {

  private static final String DOCUMENT =
      "[{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\",\"\"]},\r\n"
          + "\"0020000D\" : {\"vr\":\"UI\" , \"Value\":[\"1.2\"]}},{},[ ]]";

  private static String pretty(String json) {
    byte[] bytes = json.getBytes(UTF_8);
    PrettyJson pretty = new PrettyJson();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(pretty.next(bytes, 0, bytes.length));
    out.writeBytes(pretty.end());
    return out.toString(UTF_8);
  }

  private static String inPieces(String json, Random random) {
    byte[] bytes = json.getBytes(UTF_8);
    PrettyJson pretty = new PrettyJson();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(random.nextInt(5), bytes.length - at);
      out.writeBytes(pretty.next(bytes, at, length));
      at += length;
    }
    out.writeBytes(pretty.end());
    return out.toString(UTF_8);
  }

  @Test
  void eachMemberHasALine() {
    assertThat(pretty(DOCUMENT))
        .isEqualTo(
            """
            [ {
              "00080005": {
                "vr": "CS",
                "Value": [ "ISO_IR 192", "" ]
              },
              "0020000D": {
                "vr": "UI",
                "Value": [ "1.2" ]
              }
            }, {}, [] ]
            """);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"a\":1.0E+3}`, 1.0E+3",
        "`{\"a\":-0.10}`, -0.10",
        "`{\"a\":\"\\u00e4\\/\"}`, `\"\\u00e4\\/\"`",
        "`{\"a\":\"{[,: \\\" \\\\\"}`, `\"{[,: \\\" \\\\\"`",
        "`{\"a\":\"Grüße 日本\"}`, `\"Grüße 日本\"`",
        "`{\"a\":true}`, true",
      })
  void valuesStayAsTheyWereWritten(String json, String value) {
    assertThat(pretty(json)).isEqualTo("{\n  \"a\": " + value + "\n}\n");
  }

  @Test
  void itIsTheSameJsonHoweverItComes() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      String pretty = inPieces(DOCUMENT, random);
      assertThat(pretty).isEqualTo(pretty(DOCUMENT)).isEqualTo(pretty(pretty));
      assertThat(mapper.readTree(pretty)).isEqualTo(mapper.readTree(DOCUMENT));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"}}]]", "\"", ",,::", "<html>", "{\"a\":[", ""})
  void whatIsNoJsonIsNoError(String text) {
    assertThat(pretty(text)).endsWith("\n");
  }

  @Test
  void linesDoNotGrowWithTheDepth() {
    int deep = 10_000;

    assertThat(pretty("{\"a\":".repeat(deep) + "1" + "}".repeat(deep)).length())
        .isLessThan(deep * 2 * 140);
  }
}
