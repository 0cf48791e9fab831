package dev.dicomwebdump.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UrlRedactionTest {

  private static final List<String> PIECES =
      List.of(
          "https:",
          "HTTP:",
          "x-store:",
          "//",
          "/",
          "\\",
          "..",
          "pacs.example",
          "PACS.example:443",
          "evil.example",
          ":80",
          "a",
          "token=tiger",
          "key",
          "&",
          ";",
          "%3F",
          "%40",
          "%23",
          "=",
          ".");

  private final UrlRedaction redaction = new UrlRedaction("https://pacs.example/dicom-web");

  /** What has no mark of a secret, put together at random. */
  static Stream<String> unmarked() {
    Random random = new Random(1);
    return Stream.generate(
            () ->
                random
                    .ints(random.nextInt(9), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining()))
        .limit(100);
  }

  @ParameterizedTest
  @MethodSource("unmarked")
  void whereNoMarkOfASecretIsItDoesNotMatterWhoseTheUrlIs(String url) {
    assertThat(UrlRedaction.redact(url, true)).isEqualTo(url);
    assertThat(UrlRedaction.redact(url, false)).isEqualTo(url);
    assertThat(redaction.redact(url)).isEqualTo(url);
    assertThat(redaction.redact(url, "https://evil.example/")).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTPS://PACS.EXAMPLE/a?b=c                   | HTTPS://PACS.EXAMPLE/a?b=c
          https://PACS.example:443?b=c                 | https://PACS.example:443?b=c
          https://u:pw@Pacs.Example:443/a?b=c          | https://REDACTED@Pacs.Example:443/a?b=c
          https://pacs.example:80/a?b=c                | https://pacs.example:80/a?b=REDACTED
          http://pacs.example:443/a?b=c                | http://pacs.example:443/a?b=REDACTED
          https://pacs.example@evil.example/a?b=c      | https://REDACTED@evil.example/a?b=REDACTED
          https://pacs.example.evil.example/dicom-web?b=c | https://pacs.example.evil.example/dicom-web?b=REDACTED
          https://pacs.example\\@evil.example?b=c       | https://REDACTED@evil.example?b=REDACTED
          //u@pacs.example/a?b=c                       | //REDACTED@pacs.example/a?b=REDACTED
          //pacs.example/a?b=c                         | //pacs.example/a?b=REDACTED
          mailto:u@pacs.example?b=c                    | mailto:u@pacs.example?b=REDACTED
          ?b=c                                         | ?b=c
          #b=c                                         | #REDACTED
          a@b?TOKEN=c                                  | a@b?TOKEN=REDACTED
          """)
  void hostileUrlsLoseTheirSecretsToo(String url, String redacted) {
    assertThat(redaction.redact(url)).isEqualTo(redacted);
  }
}
