package dev.dicomwebdump.credentials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token: RFC 6750 section 2.1. Immutable.
 *
 * @param value the token; it can stand in a header
 * @param expires when it is of no use any more; null when it does not tell
 */
record Token(String value, @Nullable Instant expires) {

  /**
   * Takes what a file or a program holds, blanks around it aside, as a token; its expiry is that of
   * a JWT.
   *
   * @param whence names the source in the message
   * @throws CredentialsUnavailableException when it is not one word of visible ASCII
   */
  static Token parse(String text, String whence) {
    String value = text.strip();
    if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new CredentialsUnavailableException(
          whence + " must give the token, one word, and nothing else");
    }
    return new Token(value, JwtExpiry.of(value));
  }

  /** The value of the Authorization header. */
  String authorization() {
    return "Bearer " + value;
  }

  @Override
  public String toString() {
    return "Token[expires=" + expires + "]";
  }
}
