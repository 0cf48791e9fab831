package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A GET request for the wire: RFC 9112 section 3.
 *
 * @param sent the request with all that was added to it
 * @param text the same as it is sent
 */
record RequestHead(Request sent, String text) {

  /**
   * The request to a server, or to the proxy who is to pass it on.
   *
   * @param lines its header fields
   * @param proxy null when none reads the request
   */
  static RequestHead of(Request given, FieldLines lines, Server server, @Nullable HttpProxy proxy) {
    Request asked = ascii(given);
    String target = proxy == null ? target(asked) : "http://" + server.authority() + target(asked);
    return new RequestHead(asked.with(lines.sent()), text("GET " + target, lines.text()));
  }

  /** The request to a proxy for a tunnel: RFC 9110 section 9.3.6. */
  static String tunnel(Server server, HttpProxy proxy) {
    Headers host = Headers.NONE.with("Host", server.toString());
    String authorization = proxy.authorization();
    Headers all = authorization == null ? host : host.with("Proxy-Authorization", authorization);
    return text("CONNECT " + server, FieldLines.text(all));
  }

  private static String text(String methodAndTarget, String fields) {
    return methodAndTarget + " HTTP/1.1\r\n" + fields;
  }

  private static Request ascii(Request given) {
    return FieldLines.isWithin(given.address(), '!', false)
        ? given
        : given.to(URI.create(given.url().toASCIIString()));
  }

  /** The path and the query of an absolute URL; a fragment is not sent. */
  private static String target(Request asked) {
    String url = asked.address();
    int path = url.indexOf("://") + 3;
    while (path < url.length() && "/?#".indexOf(url.charAt(path)) < 0) {
      path++;
    }
    int fragment = url.indexOf('#', path);
    String target = url.substring(path, fragment < 0 ? url.length() : fragment);
    return target.startsWith("/") ? target : "/" + target;
  }

  /** As bytes. */
  byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
