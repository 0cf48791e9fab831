package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Authority;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A client of an OAuth 2 server. Immutable.
 *
 * @param tokenUrl the token endpoint, an absolute http or https URL
 * @param id the client's identifier
 * @param secret the client's password
 * @param scope what it asks for, words with blanks between; null for the server's default
 */
public record OAuthClient(URI tokenUrl, String id, String secret, @Nullable String scope) {

  /**
   * @throws IllegalArgumentException when the URL is not one of http or https with a host
   */
  public OAuthClient {
    boolean web = "https".equals(tokenUrl.getScheme()) || "http".equals(tokenUrl.getScheme());
    Authority authority = Authority.of(tokenUrl);
    if (!web || authority == null || authority.userInfo() != null) {
      throw new IllegalArgumentException(
          "the token URL must be an http or https URL, without user-info");
    }
  }

  /** The token server's host. */
  String host() {
    return Authority.require(tokenUrl).host();
  }

  @Override
  public String toString() {
    return "OAuthClient[" + host() + "]";
  }
}
