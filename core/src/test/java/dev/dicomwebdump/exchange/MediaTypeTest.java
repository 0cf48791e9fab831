package dev.dicomwebdump.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          multipart/related; boundary=abc                 | abc
          Multipart/Related;BOUNDARY="abc"                | abc
          multipart/related; type="a/b"; boundary = "a b" | a b
          multipart/related; boundary="a;b=\\"c\\\\d"     | a;b="c\\d
          multipart/related; boundary=a=b                 | a=b
          multipart/related; boundary="abc                | abc
          multipart/related; boundary="abc\\              | abc\\
          multipart/related; boundary="abc"x; y=z         | abc
          multipart/related; boundary=abc; boundary=def   | abc
          multipart/related;; ;x; boundary=abc;           | abc
          multipart/related; boundary=                    | ^^
          multipart/related; boundary                     |
          multipart/related                               |
          """)
  void aBoundaryIsReadHoweverItIsWritten(String header, String boundary) {
    MediaType type = MediaType.parse(header);

    assertThat(type.type()).isEqualTo("multipart/related");
    assertThat(type.isMultipart()).isTrue();
    assertThat(type.parameter("boundary")).isEqualTo(boundary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          application/dicom; transfer-syntax=1.2.3                  | 1.2.3
          application/dicom; Transfer-Syntax="*"                    | *
          multipart/related; type="a/b; transfer-syntax=1.2.3"      | 1.2.3
          multipart/related; type="a/b;x"; transfer-syntax=1.2.4    | 1.2.4
          multipart/related; type=a/b                               |
          multipart/related; type="a/b; x=y"                        |
          """)
  void aTransferSyntaxIsFoundInTheTypeToo(String header, String syntax) {
    assertThat(MediaType.parse(header).transferSyntax()).isEqualTo(syntax);
  }

  @ParameterizedTest
  @CsvSource({"'', ''", "' Text/HTML ', text/html", "';', ''", "garbage, garbage"})
  void aTypeMayBeAnything(String header, String type) {
    assertThat(MediaType.parse(header).type()).isEqualTo(type);
    assertThat(MediaType.parse(header).isMultipart()).isFalse();
  }

  @Test
  void noHeaderIsNoType() {
    assertThat(MediaType.parse(null)).isEqualTo(MediaType.NONE);
  }
}
