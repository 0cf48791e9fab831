package dev.dicomwebdump.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumsReaderTest {

  private static SumsReader reading(String text) {
    return new SumsReader(new ByteArrayInputStream(text.getBytes(UTF_8)), Samples.STUDY);
  }

  @Test
  void linesAreReadInOrderWithPathsOfTheDump() throws IOException {
    String lines = Samples.SHA + "  metadata\n" + Samples.SHA + "  series/1/metadata\n";

    try (SumsReader reader = reading(lines)) {
      assertThat(reader.next()).isEqualTo(new SumsReader.Line("1.2.3/metadata", Samples.SHA));
      assertThat(reader.next())
          .isEqualTo(new SumsReader.Line("1.2.3/series/1/metadata", Samples.SHA));
      assertThat(reader.next()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA  metadata", "SHA metadata\n", "0SHA  x\n", "SHA  a b\n", "\n", "x"})
  void whatIsNoLineIsToldByItsNumber(String line) throws IOException {
    String first = Samples.SHA + "  metadata\n";
    try (SumsReader reader = reading(first + line.replace("SHA", Samples.SHA))) {
      reader.next();

      assertThatThrownBy(reader::next)
          .isInstanceOf(FormatException.class)
          .hasMessageStartingWith("line 2 ");
    }
  }

  @Test
  void aLineWithoutEndIsNotHeld() throws IOException {
    try (SumsReader reader = reading("0".repeat(100_000))) {
      assertThatThrownBy(reader::next).isInstanceOf(FormatException.class);
    }
  }
}
