package dev.dicomwebdump.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedSyntaxTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        "none                                                    | none",
        "*/*                                                     | none",
        "application/dicom; transfer-syntax=*                    | *",
        "multipart/related; type=\"a, b\"; transfer-syntax=1.2   | 1.2",
        "a/b; transfer-syntax=1.2, c/d; transfer-syntax=1.2;q=0.5| 1.2",
        "a/b; transfer-syntax=*, a/b                             | none",
        "a/b; transfer-syntax=1.2, a/b; transfer-syntax=1.3      | none",
      })
  void onlyWhatTheWholeHeaderAsksForWasAskedFor(@Nullable String accept, @Nullable String asked) {
    assertThat(new AskedSyntax().of(accept)).isEqualTo(asked);
  }

  @Test
  void oneHeaderAfterAnotherIsReadForItself() {
    AskedSyntax syntax = new AskedSyntax();

    assertThat(syntax.of("a/b; transfer-syntax=*")).isEqualTo("*");
    assertThat(syntax.of("a/b; transfer-syntax=*")).isEqualTo("*");
    assertThat(syntax.of("a/b; transfer-syntax=1.2")).isEqualTo("1.2");
    assertThat(syntax.of("a/b")).isNull();
    assertThat(syntax.of(null)).isNull();
    assertThat(syntax.of("a/b; transfer-syntax=*")).isEqualTo("*");
  }
}
