package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Authority;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that is spoken to in HTTP. Immutable.
 *
 * @param host its host
 * @param port its port
 * @param authorization what it wants as Proxy-Authorization; null for nothing
 */
record HttpProxy(String host, int port, @Nullable String authorization) {

  /** As curl has it. */
  private static final int USUAL_PORT = 1080;

  /**
   * Reads {@code [http://][user[:password]@]host[:port]}.
   *
   * @throws IllegalArgumentException when it is none; the message shows nothing of it
   */
  static HttpProxy parse(String text) {
    URI url = uri(text.contains("://") ? text : "http://" + text);
    if (!"http".equalsIgnoreCase(url.getScheme())) {
      throw new IllegalArgumentException("only http:// proxies are spoken to");
    }
    Authority authority = Authority.of(url);
    if (authority == null) {
      throw new IllegalArgumentException("a proxy is written as http://host:port");
    }
    return new HttpProxy(
        authority.host(), authority.portOr(USUAL_PORT), basic(authority.userInfo()));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }

  private static URI uri(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      // Without its cause, which would show the password.
      throw new IllegalArgumentException("a proxy is written as http://host:port");
    }
  }

  private static @Nullable String basic(@Nullable String userInfo) {
    if (userInfo == null) {
      return null;
    }
    String pair = userInfo.contains(":") ? userInfo : userInfo + ":";
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }
}
