package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An Authorization header that stays the same. Immutable. */
public final class FixedCredentials implements Credentials {

  private final String authorization;

  private FixedCredentials(String authorization) {
    this.authorization = authorization;
  }

  /**
   * The value of the header as it stands.
   *
   * @throws IllegalArgumentException when it is empty or no header can hold it
   */
  public static FixedCredentials of(String authorization) {
    if (authorization.isBlank()) {
      throw new IllegalArgumentException("the Authorization header is empty");
    }
    return new FixedCredentials(Header.sendable("Authorization", authorization).value());
  }

  /**
   * The Basic scheme: RFC 7617, in UTF-8.
   *
   * @throws IllegalArgumentException when the user's name has a colon
   */
  public static FixedCredentials basic(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user's name must not have a colon");
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new FixedCredentials("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  @Override
  public Request authorize(Request request) {
    return request.with("Authorization", authorization);
  }
}
