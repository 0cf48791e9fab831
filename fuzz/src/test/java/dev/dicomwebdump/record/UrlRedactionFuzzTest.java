package dev.dicomwebdump.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any text at all, as a URL and as what comes before a secret in one. */
class UrlRedactionFuzzTest {

  private static final String SECRET = "s3cr3t";

  private final UrlRedaction redaction = new UrlRedaction("https://server.example/dicom-web");

  @FuzzTest(maxDuration = "2m")
  void noTextBeforeASecretLetsItThrough(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    String once = redaction.redact(text);
    assertThat(redaction.redact(once)).isEqualTo(once);
    if (text.contains(SECRET)) {
      return;
    }
    assertThat(redaction.redact(text + "&token=" + SECRET)).satisfies(url -> hides(url, text));
    assertThat(redaction.redact("https://" + SECRET + "@" + text)).doesNotContain(SECRET);
    assertThat(redaction.redact("https://other.example/?" + text + "=" + SECRET))
        .doesNotContain(SECRET);
  }

  /** Only behind a question mark is it a parameter. */
  private static void hides(String url, String text) {
    assertThat(!text.contains("?") || !url.contains(SECRET)).isTrue();
  }
}
