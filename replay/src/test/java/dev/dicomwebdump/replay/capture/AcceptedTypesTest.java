package dev.dicomwebdump.replay.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.MediaType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedTypesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "*/*                                          | application/dicom+json | true",
        "application/json                             | application/dicom+json | true",
        "text/html, application/dicom+json;q=0.1      | application/dicom+json | true",
        "image/*                                      | image/jpeg             | true",
        "image/png                                    | image/jpeg             | false",
        "image/jpeg;q=0.0, image/png                  | image/jpeg             | false",
        "image/jpeg;q=0.01                            | image/jpeg             | true",
        "multipart/related; type=\"application/dicom\"| multipart/related; type=application/dicom | true",
        "multipart/related; type=\"image/jp2\"        | multipart/related; type=\"image/jls\"  | false",
        "multipart/related                            | multipart/related; type=\"image/jls\"  | true",
        "application/dicom                            | multipart/related; type=application/dicom | false",
        "multipart/related; type=\"application/dicom\"| application/dicom      | true",
        "application/dicom; transfer-syntax=1.2       | application/dicom      | false"
      })
  void aRangeTakesWhatFits(String accept, String held, boolean taken) {
    assertThat(AcceptedTypes.of(accept).take(MediaType.parse(held), "1.2.3")).isEqualTo(taken);
  }
}
