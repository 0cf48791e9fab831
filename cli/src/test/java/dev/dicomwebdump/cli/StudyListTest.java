package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyListTest {

  private static InputStream stdin(String text) {
    String lines = text.replace("~", "\r\n");
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }

  private static String read(@Nullable String column, String text) {
    return new StudyList("-", column).read(stdin(text)).toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
                | 1.2~ 1.3 ~~# 1.4~1.5 # the fifth~  | [1.2, 1.3, 1.5]
                | 1.2                                | [1.2]
          Study | Study~1.2~1.3~                     | [1.2, 1.3]
          Study | Name,Study~"Doe, \""J\""",1.2~x,1.3  | [1.2, 1.3]
          Study | "Name" ; "Study" ~ a,b ; "1.2"~    | [1.2]
          Study | Study,Note~"1.2","two~lines"~1.3,  | [1.2, 1.3]
          Study | Study,x~,y~1.2,~                   | [1.2]
          """)
  void namesStudies(@Nullable String column, String text, String studies) {
    assertThat(read(column, text)).isEqualTo(studies);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                | #           | stdin names no study
          Study | UID~1.2     | stdin has no column Study
          Study | Study       | stdin names no study
                | 1.2~../x    | stdin:
          """)
  void whatNamesNoneIsRefused(@Nullable String column, String text, String message) {
    assertThatThrownBy(() -> read(column, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
