package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Authority;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom a request is for: RFC 9110 section 4.3. Immutable.
 *
 * @param isTls whether it is asked by https
 * @param host in lower case; an IPv6 address without its brackets
 * @param port from 1 to 65535
 */
record Server(boolean isTls, String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** The server of an http or https URL; null when there is none that could be asked. */
  static @Nullable Server of(URI url) {
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    Authority authority = Authority.of(url);
    if (authority == null || !(tls || "http".equalsIgnoreCase(url.getScheme()))) {
      return null;
    }
    int port = authority.portOr(tls ? HTTPS : HTTP);
    return port == 0 ? null : new Server(tls, bare(authority.host()), port);
  }

  /** {@code http} or {@code https}. */
  String scheme() {
    return isTls ? "https" : "http";
  }

  /** As the Host header has it: without the port that is the scheme's own. */
  String authority() {
    return port == (isTls ? HTTPS : HTTP) ? inBrackets() : toString();
  }

  /** Host and port. */
  @Override
  public String toString() {
    return inBrackets() + ":" + port;
  }

  private String inBrackets() {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
  }

  // By hand, like hashCode: Java makes those of a record anew in each run.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Server server
        && isTls == server.isTls
        && port == server.port
        && host.equals(server.host);
  }

  @Override
  public int hashCode() {
    return 31 * host.hashCode() + port;
  }
}
