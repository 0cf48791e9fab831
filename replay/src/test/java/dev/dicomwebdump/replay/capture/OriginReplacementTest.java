package dev.dicomwebdump.replay.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginReplacementTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "\"http://a:1/x\", \"http://here:80/x\"",
        "\"http:\\/\\/a:1\\/x\", \"http:\\/\\/here:80\\/x\"",
        "http://a:1, http://here:80",
        "http://a:12/x, http://a:12/x",
        "http://b/http://a:1/, http://b/http://here:80/",
        "hhttp://a:1?y, hhttp://here:80?y",
        "'', ''",
        "h, h"
      })
  void onlyTheWholeOriginIsReplaced(String text, String expected) throws IOException {
    assertThat(replaced(text)).isEqualTo(expected);
  }

  @Test
  void itIsFoundWhereverTheBufferEnds() throws IOException {
    for (int before = (1 << 16) - 20; before < (1 << 16) + 4; before++) {
      String text = "x".repeat(before) + "http://a:1/" + "y".repeat(70_000);
      assertThat(replaced(text)).isEqualTo(text.replace("http://a:1/", "http://here:80/"));
    }
  }

  private static String replaced(String text) throws IOException {
    InputStream in = new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    try (OriginReplacement replacement =
        new OriginReplacement(in, List.of("http://a:1"), "http://here:80")) {
      return new String(replacement.readAllBytes(), ISO_8859_1);
    }
  }
}
