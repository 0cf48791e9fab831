package dev.dicomwebdump.dicomjson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8ReaderTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', false",
    "41, A, false",
    "EFBBBF, '', false",
    "EFBBBF41, A, false",
    "41EFBBBF, A\uFEFF, false",
    "C3A9, \u00e9, false",
    "F09F9880, \uD83D\uDE00, false",
    "41F642, A\uFFFDB, true",
    "41C3, A\uFFFD, true",
    "F09F98, \uFFFD, true",
    "C0AF41, \uFFFD\uFFFDA, true",
  })
  void readsUtf8HoweverItComes(String bytes, String text, boolean malformed) throws IOException {
    byte[] document = HexFormat.of().parseHex(bytes);
    for (InputStream in : new InputStream[] {new ByteArrayInputStream(document), slow(document)}) {
      Utf8Reader reader = new Utf8Reader(in);
      assertThat(readAll(reader, 3)).isEqualTo(text);
      assertThat(reader.isMalformed()).isEqualTo(malformed);
    }
  }

  @Test
  void charactersAcrossBuffersStayWhole() throws IOException {
    String text = "a" + "\uD83D\uDE00\u4e2d\u00e9".repeat(10_000);
    for (int room : new int[] {1, 7, 4_000, 100_000}) {
      assertThat(readAll(new Utf8Reader(new ByteArrayInputStream(text.getBytes(UTF_8))), room))
          .isEqualTo(text);
    }
  }

  @Test
  void manyMalformedBytesAreReplacedOneByOne() throws IOException {
    byte[] document = new byte[20_000];
    Arrays.fill(document, (byte) 0xff);
    assertThat(readAll(new Utf8Reader(new ByteArrayInputStream(document)), 4_000))
        .isEqualTo("\uFFFD".repeat(20_000));
  }

  private static String readAll(Utf8Reader reader, int room) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[room];
    for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
      text.append(buffer, 0, count);
    }
    return text.toString();
  }

  /** One byte with each read. */
  private static InputStream slow(byte[] document) {
    return new ByteArrayInputStream(document) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(1, length));
      }
    };
  }
}
