package dev.dicomwebdump.credentials;

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
    if (!web || tokenUrl.getHost() == null || tokenUrl.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "the token URL must be an http or https URL, without user-info");
    }
  }

  @Override
  public String toString() {
    return "OAuthClient[" + tokenUrl.getHost() + "]";
  }
}
