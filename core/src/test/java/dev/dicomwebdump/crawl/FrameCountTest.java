package dev.dicomwebdump.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameCountTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "00280010":{"Value":[2]},"00280011":{"Value":[2]},"7FE00010":{}                      | 1
          "00280010":{"Value":[2]},"00280011":{"Value":[2]},"7FE00008":{"BulkDataURI":"x"}     | 1
          "00280010":{"Value":[2]},"00280011":{"Value":[2]},"7FE00009":{"InlineBinary":"QUI="} | 1
          "00280010":{"Value":[2]},"00280011":{"Value":[2]},"00280100":{"Value":[16]}          | 1
          "00280010":{"Value":[2]},"00280011":{"Value":[2]},"00280004":{"Value":["RGB"]}       | 1
          "00280010":{"Value":[2]},"00280011":{"Value":[2]},"00280002":{"Value":[3]}           | 1
          "00280010":{"Value":["2"]},"00280011":{"Value":["2"]},"7FE00010":{}                  | 1
          "00280010":{"Value":[2]},"00280011":{"Value":[2]}                                    | 0
          "00280010":{"Value":[0]},"00280011":{"Value":[2]},"7FE00010":{}                      | 0
          "00280010":{"Value":[2]},"00280011":{"Value":[-2]},"7FE00010":{}                     | 0
          "00280010":{"Value":[2]},"00280011":{},"7FE00010":{}                                 | 0
          "00280010":{"Value":[2]},"7FE00010":{}                                               | 0
          "00280011":{"Value":[2]},"7FE00010":{}                                               | 0
          "7FE00010":{}                                                                        | 0
          "00280008":{"Value":[5]}                                                             | 0
          "00420011":{"BulkDataURI":"a PDF"}                                                   | 0
          """)
  void rowsAndColumnsWithPixelsMeanFrames(String attributes, int frames) throws IOException {
    assertThat(FrameCount.of(Metadata.dataset("{" + attributes + "}"))).isEqualTo(frames);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Value":["10"]}                   | 10
          {"Value":[" 10 "]}                 | 10
          {"Value":[10]}                     | 10
          {"Value":[10.0]}                   | 10
          {"Value":[2147483647]}             | 2147483647
          {"Value":[2147483648]}             | 2147483647
          {"Value":["99999999999999999"]}    | 2147483647
          {"Value":["9999999999999999999"]}  | 1
          {"Value":[0]}                      | 1
          {"Value":[-3]}                     | 1
          {"Value":["many"]}                 | 1
          {"Value":[""]}                     | 1
          {"Value":[null]}                   | 1
          {"Value":[]}                       | 1
          {}                                 | 1
          """)
  void theNumberOfFramesIsOneWhereItMakesNoSense(String numberOfFrames, int frames)
      throws IOException {
    String entry = "{" + Metadata.IMAGE + ",\"00280008\":" + numberOfFrames + "}";
    assertThat(FrameCount.of(Metadata.dataset(entry))).isEqualTo(frames);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.5.1.4.1.1.4.2, 0",
    "1.2.840.10008.5.1.4.1.1.4.1, 1",
    "1.2.840.10008.5.1.4.1.1.4.2.1, 1",
  })
  void mrSpectroscopyHasNoFrames(String sopClass, int frames) throws IOException {
    String entry = "{" + Metadata.IMAGE + ",\"00080016\":{\"Value\":[\"" + sopClass + "\"]}}";
    assertThat(FrameCount.of(Metadata.dataset(entry))).isEqualTo(frames);
  }
}
