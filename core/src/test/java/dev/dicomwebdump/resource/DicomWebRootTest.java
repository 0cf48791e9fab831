package dev.dicomwebdump.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
          http://my_pacs:8042/dicom-web                | http://my_pacs:8042/dicom-web/studies/1.2/metadata
          https://u:p@my_pacs.example_1/studies?x=1    | https://my_pacs.example_1/studies/1.2/metadata?x=1
          """)
  void aRootMayBeWrittenInManyWays(String root, String url) {
    assertThat(DicomWebRoot.parse(root).urlOf(METADATA)).hasToString(url);
    assertThat(DicomWebRoot.parse(root).addressOf(METADATA)).isEqualTo(url);
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
          http://?tiger                    | names no host
          http://tiger@/                   | cannot be asked
          http://my_pacs:tiger/            | cannot be asked
          http://pacs.example:65536/       | cannot be asked
          http://tiger..example/           | cannot be asked
          http://bücher.example/           | cannot be asked
          http://a,b/                      | cannot be asked
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

  @ParameterizedTest
  @ValueSource(strings = {"pacs.example", "my_pacs"})
  void secretsAreKeptOutOfWhatIsShown(String host) {
    DicomWebRoot root = DicomWebRoot.parse("https://scott:t%40g+r@" + host + "/a/?key=tiger");

    assertThat(root.userInfo()).isEqualTo("scott:t@g+r");
    assertThat(root.host()).isEqualTo(host);
    assertThat(root).hasToString("https://" + host + "/a");
    assertThat(root.base()).isEqualTo("https://" + host + "/a");
  }
}
