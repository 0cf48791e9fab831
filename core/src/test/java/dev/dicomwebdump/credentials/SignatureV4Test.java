package dev.dicomwebdump.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors are get-vanilla and its kin of the AWS Signature Version 4 test suite. */
class SignatureV4Test {

  private static final AwsKeys KEYS =
      new AwsKeys("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /,                                5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          /?,                               5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
          /?Param1=value1,                  a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb
          /?Param2=value2&Param1=value1,    b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500
          /?Param1=value2&Param1=value1,    5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694
          /?%E1%88%B4=bar,                  2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04
          """)
  void signsAsTheTestSuiteHasIt(String target, String signature) {
    assertThat(authorization(KEYS, "https://example.amazonaws.com" + target))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature="
                + signature);
  }

  @Test
  void aSessionTokenIsSentAndSigned() {
    Request signed = sign(new AwsKeys("A", "B", "lent"), "https://example.amazonaws.com/");

    assertThat(signed.headers().first("X-Amz-Security-Token")).isEqualTo("lent");
    assertThat(signed.headers().first("X-Amz-Date")).isEqualTo("20150830T123600Z");
    assertThat(Asked.authorization(signed))
        .contains("SignedHeaders=host;x-amz-date;x-amz-security-token,");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example,                 GET//%host:a.example",
    "https://a.example:443/b,           GET//b%host:a.example",
    "https://a.example:8443/b,          GET//b%host:a.example:8443",
    "http://a.example:80/b/,            GET//b/%host:a.example",
    "http://a.example/a%20b/c:d?e=f%2f, GET//a%2520b/c%3Ad%e=f%2F%host:a.example",
    "http://a.example/?b=*~+&a,         GET//%a=&b=%2A~%2B%host:a.example",
  })
  void theCanonicalRequestHasPathQueryAndHost(String url, String lines) {
    String text = new CanonicalRequest(new Request(URI.create(url), Headers.NONE)).text();
    String[] parts = text.split("\n", -1);
    String query = parts[2].isEmpty() ? "" : parts[2] + "%";
    assertThat(parts[0] + "/" + parts[1] + "%" + query + parts[3]).isEqualTo(lines);
  }

  @Test
  void keysAreNotShown() {
    assertThat(KEYS.toString()).doesNotContain("AKID", "wJalr");
  }

  private static String authorization(AwsKeys keys, String url) {
    return String.valueOf(Asked.authorization(sign(keys, url)));
  }

  private static Request sign(AwsKeys keys, String url) {
    Instant time = Instant.parse("2015-08-30T12:36:00Z");
    return new SignatureV4(keys, "us-east-1", "service", () -> time)
        .authorize(new Request(URI.create(url), Headers.NONE));
  }
}
