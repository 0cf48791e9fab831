package dev.dicomwebdump.credentials;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads when a token expires that is a JWT: its {@code exp}, RFC 7519 section 4.1.4. Nothing is
 * verified, since only the server's word counts.
 */
final class JwtExpiry {

  private JwtExpiry() {}

  /** When it expires; null when it is no JWT or does not tell. */
  static @Nullable Instant of(String token) {
    String[] sections = token.split("\\.", -1);
    if (sections.length != 3) {
      return null;
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(sections[1]);
      Map<String, String> members = FlatJson.read(new String(claims, StandardCharsets.UTF_8));
      String seconds = members == null ? null : members.get("exp");
      return seconds == null ? null : instant(seconds);
    } catch (IllegalArgumentException e) {
      return null; // Three words with dots, but no JWT.
    }
  }

  private static @Nullable Instant instant(String seconds) {
    try {
      return Instant.ofEpochSecond((long) Double.parseDouble(seconds));
    } catch (DateTimeException e) {
      return null; // Beyond all times.
    }
  }
}
