package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Authority;
import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port of a URL: RFC 6454 section 4. Credentials do not leave it.
 *
 * @param scheme {@code http} or {@code https}
 * @param host the host, in lower case
 * @param port the port, also where the URL leaves it to the scheme
 */
record Origin(String scheme, String host, int port) {

  /**
   * The origin of an absolute URL.
   *
   * @throws IllegalArgumentException when it has no host
   */
  static Origin of(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    Authority authority = Authority.require(url);
    int port = authority.portOr(scheme.equals("https") ? 443 : 80);
    return new Origin(scheme, authority.host().toLowerCase(Locale.ROOT), port);
  }

  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port;
  }
}
