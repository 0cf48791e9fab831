package dev.dicomwebdump.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwtExpiryTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"exp":1767225600}                          | 2026-01-01T00:00:00Z
          {"sub":"x","aud":["exp",{"exp":1}],"exp":2} | 1970-01-01T00:00:02Z
          {"exp":1767225600.9}                        | 2026-01-01T00:00:00Z
          {"exp":1.7672256E9}                         | 2026-01-01T00:00:00Z
          {"exp":"soon"}                              |
          {"exp":9e99}                                |
          {"sub":"x"}                                 |
          [1]                                         |
          {                                           |
          """)
  void isTheClaim(String claims, @Nullable Instant expiry) {
    assertThat(JwtExpiry.of("e30." + base64(claims) + ".c2ln")).isEqualTo(expiry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "opaque", "a.b", "a.%.c", "a.b.c.d", ".."})
  void isUnknownOfOtherTokens(String token) {
    assertThat(JwtExpiry.of(token)).isNull();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
