package dev.dicomwebdump.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomWebRootTest {

  private static final Resource METADATA = Resource.studyMetadata(new Uid("1.2"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://pacs.example                          | http://pacs.example/studies/1.2/metadata
          http://pacs.example/                         | http://pacs.example/studies/1.2/metadata
          ' http://pacs.example/studies '              | http://pacs.example/studies/1.2/metadata
          HTTPS://pacs.example:8443/dicom-web/         | https://pacs.example:8443/dicom-web/studies/1.2/metadata
          https://pacs.example/a/studies//             | https://pacs.example/a/studies/1.2/metadata
          https://pacs.example/a//studies              | https://pacs.example/a/studies/1.2/metadata
          https://pacs.example/studies/b               | https://pacs.example/studies/b/studies/1.2/metadata
          https://pacs.example/mystudies               | https://pacs.example/mystudies/studies/1.2/metadata
          https://pacs.example/a%20b/%C3%A4            | https://pacs.example/a%20b/%C3%A4/studies/1.2/metadata
          https://pacs.example/studies?x=1&y=%20       | https://pacs.example/studies/1.2/metadata?x=1&y=%20
          https://u:p@pacs.example/                    | https://pacs.example/studies/1.2/metadata
          http://[::1]:8042/dicom-web                  | http://[::1]:8042/dicom-web/studies/1.2/metadata
          """)
  void aRootMayBeWrittenInManyWays(String root, String url) {
    assertThat(DicomWebRoot.parse(root).urlOf(METADATA)).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pacs.example/dicom-web           | must begin with http
          ftp://tiger@pacs.example/        | must begin with http
          ''                               | must begin with http
          http:tiger                       | must begin with http
          http:///dicom-web?tiger          | names no host
          http://pacs.example/#tiger       | must not have a fragment
          http://tiger:tiger@pacs .example | is not a URL
          http://pacs.example/?key=tiger^  | is not a URL
          """)
  void whatIsNoRootIsRefusedWithoutShowingSecrets(String root, String why) {
    assertThatThrownBy(() -> DicomWebRoot.parse(root))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .startsWith("the root URL ")
        .contains(why)
        .doesNotContain("tiger");
  }

  @Test
  void secretsAreKeptOutOfWhatIsShown() {
    DicomWebRoot root = DicomWebRoot.parse("https://scott:t%40ger@pacs.example/a/?key=tiger");

    assertThat(root.userInfo()).isEqualTo("scott:t@ger");
    assertThat(root).hasToString("https://pacs.example/a");
    assertThat(root.base()).isEqualTo("https://pacs.example/a");
  }
}
