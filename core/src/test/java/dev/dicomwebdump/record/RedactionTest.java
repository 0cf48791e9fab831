package dev.dicomwebdump.record;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.Timings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  private static final String OWN = "https://pacs.example/dicom-web/studies/1";

  private final Redaction redaction = new Redaction("https://pacs.example/dicom-web");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://pacs.example/a?limit=5                  | https://pacs.example/a?limit=5
          https://pacs.example:443/a?limit=5              | https://pacs.example:443/a?limit=5
          https://u:pw@pacs.example/a                     | https://REDACTED@pacs.example/a
          https://pacs.example/a?access_token=x&limit=5   | https://pacs.example/a?access_token=REDACTED&limit=5
          https://pacs.example/a?limit=5&API%2DKEY=x      | https://pacs.example/a?limit=5&API%2DKEY=REDACTED
          https://pacs.example/a?X-Amz-Date=1;sig=2       | https://pacs.example/a?X-Amz-Date=REDACTED;sig=REDACTED
          https://pacs.example/a?%zz=1&password=2         | https://pacs.example/a?%zz=1&password=REDACTED
          https://pacs.example/a#access_token=x           | https://pacs.example/a#REDACTED
          https://pacs.example/a?limit=1&key=2#t          | https://pacs.example/a?limit=1&key=REDACTED#REDACTED
          http://pacs.example/a?limit=5                   | http://pacs.example/a?limit=REDACTED
          https://pacs.example:8443/a?limit=5             | https://pacs.example:8443/a?limit=REDACTED
          //other.example/a?b=c                           | //other.example/a?b=REDACTED
          https://store.example/o/1?a=1&b=2               | https://store.example/o/1?a=REDACTED&b=REDACTED
          https://store.example/o/1?eyJhbGci&a=1          | https://store.example/o/1?REDACTED&a=REDACTED
          https://store.example/o/1?ZXlKaA==#x            | https://store.example/o/1?REDACTED#REDACTED
          https://pacs.example/a?fuzzymatching&limit=     | https://pacs.example/a?fuzzymatching&limit=
          ftp://pacs.example/o?b=c                        | ftp://pacs.example/o?b=REDACTED
          x-store:o?b=c                                   | x-store:o?b=REDACTED
          ../frames/1?a=1                                 | ../frames/1?a=1
          /frames/1?signature=1                           | /frames/1?signature=REDACTED
          """)
  void urlsLoseTheirSecrets(String url, String redacted) {
    assertThat(redaction.url(url)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @CsvSource({
    "http://u:p@my_pacs:8042/a?b=c, http://REDACTED@my_pacs:8042/a?b=c",
    "http://my_pacs/a?b=c, http://my_pacs/a?b=REDACTED",
    "http://my_store:8042/a?b=c, http://my_store:8042/a?b=REDACTED",
  })
  void hostsWithAnUnderscoreAreToldApartToo(String url, String redacted) {
    Redaction own = new Redaction("http://my_pacs:8042");
    assertThat(own.url(url)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @CsvSource({
    "Authorization, Basic abc, REDACTED",
    "COOKIE, a=b, REDACTED",
    "set-cookie, a=b, REDACTED",
    "Proxy-Authorization, x, REDACTED",
    "X-Amz-Security-Token, x, REDACTED",
    "Location, https://store.example/o?sig=1, https://store.example/o?sig=REDACTED",
    "content-location, https://u@pacs.example/o, https://REDACTED@pacs.example/o",
    "aUTHORIZATION, Basic abc, REDACTED",
    "x-amz-SECURITY-token, x, REDACTED",
    "LOCATION, https://u@pacs.example/o, https://REDACTED@pacs.example/o",
    "Accept, */*, */*",
    "Cookies, a=b, a=b",
    "Cookia, a=b, a=b",
    "'', a=b, a=b",
    "X-A-Name-That-Is-Longer-Than-Any-That-Holds-A-Secret, a=b, a=b",
  })
  void headersLoseTheirSecrets(String name, String value, String redacted) {
    assertThat(redaction.redact(List.of(new Header(name, value)), OWN))
        .containsExactly(new Header(name, redacted));
  }

  /** A signed URL may lead on within its own host. */
  @ParameterizedTest
  @CsvSource({
    "Location, /o?ticket=tiger, /o?ticket=REDACTED",
    "Location, ?ticket=tiger, ?ticket=REDACTED",
    "Content-Location, ../o?ticket=tiger, ../o?ticket=REDACTED",
    "Location, https://pacs.example/a?limit=5, https://pacs.example/a?limit=5",
  })
  void aRelativeUrlInAnotherOriginsResponseIsThatOrigins(
      String name, String value, String redacted) {
    String foreign = "https://store.example/o/1?sig=1";

    assertThat(redaction.redact(List.of(new Header(name, value)), foreign))
        .containsExactly(new Header(name, redacted));
    Exchange exchange = redaction.redact(exchange(foreign, new Header(name, value)));
    assertThat(requireNonNull(exchange.response()).headers())
        .containsExactly(new Header(name, redacted));
  }

  @Test
  void theUsersHeadersLoseTheirValuesToo() {
    Redaction own = new Redaction("https://pacs.example", Set.of("X-Api-Key"));
    assertThat(own.redact(List.of(new Header("x-api-key", "tiger"), new Header("X-B", "b")), OWN))
        .containsExactly(new Header("x-api-key", "REDACTED"), new Header("X-B", "b"));
  }

  /** U+212A, a sign of its own, is k in lower case. */
  @Test
  void aNameThatIsASecretOnesInLowerCaseOnlyIsOneToo() {
    Redaction own = new Redaction("https://pacs.example", Set.of("X-Api-Key"));
    Header odd = new Header("X-Api-\u212Aey", "tiger");

    assertThat(own.redact(List.of(odd), OWN)).containsExactly(new Header(odd.name(), "REDACTED"));
  }

  @Test
  void oneSecretAmongManyFieldsLeavesTheOthersAndTheirOrder() {
    Header first = new Header("Accept", "a");
    Header last = new Header("Accept", "b");

    assertThat(redaction.redact(List.of(first, new Header("Cookie", "tiger"), last), OWN))
        .containsExactly(first, new Header("Cookie", "REDACTED"), last);
  }

  @Test
  void exchangesLoseTheirSecretsWithAllThatCameBefore() {
    Exchange earlier = exchange("https://store.example/o?sig=tiger");
    Exchange redacted =
        redaction.redact(exchange("https://pacs.example/a?token=tiger").after(earlier));

    assertThat(redacted.toString()).doesNotContain("tiger");
    assertThat(redacted.earlier()).hasSize(1);
  }

  private static Exchange exchange(String url) {
    return exchange(url, new Header("Set-Cookie", "s=tiger"));
  }

  private static Exchange exchange(String url, Header answered) {
    Headers secret = new Headers(List.of(new Header("Authorization", "Bearer tiger")));
    return new Exchange(
        new Request(URI.create(url), secret),
        new ResponseHead("HTTP/1.1", 200, "OK", new Headers(List.of(answered))),
        Instant.EPOCH,
        Timings.UNKNOWN,
        null,
        0,
        null,
        List.of());
  }
}
