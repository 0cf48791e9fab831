package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
   * @param proxy null when none reads the request
   * @throws IllegalArgumentException when a header has characters that cannot be sent; the message
   *     does not show its value
   */
  static RequestHead of(Request given, Server server, @Nullable HttpProxy proxy) {
    Request asked = ascii(given);
    Headers headers = headers(given.headers(), server, proxy);
    String target = proxy == null ? target(asked) : "http://" + server.authority() + target(asked);
    return new RequestHead(asked.with(headers), text("GET " + target, headers));
  }

  /** The request to a proxy for a tunnel: RFC 9110 section 9.3.6. */
  static String tunnel(Server server, HttpProxy proxy) {
    Headers host = Headers.NONE.with("Host", server.toString());
    String authorization = proxy.authorization();
    return text(
        "CONNECT " + server,
        authorization == null ? host : host.with("Proxy-Authorization", authorization));
  }

  private static String text(String methodAndTarget, Headers headers) {
    StringBuilder text = new StringBuilder(512).append(methodAndTarget).append(" HTTP/1.1\r\n");
    for (Header field : headers) {
      requireSendable(field);
      text.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  private static Headers headers(Headers given, Server server, @Nullable HttpProxy proxy) {
    List<Header> fields = new ArrayList<>(given.fields().size() + 3);
    if (given.first("Host") == null) {
      fields.add(new Header("Host", server.authority()));
    }
    fields.addAll(given.fields());
    if (given.first("Accept-Encoding") == null) {
      fields.add(new Header("Accept-Encoding", "identity"));
    }
    Headers all = new Headers(fields);
    return proxy == null || proxy.authorization() == null
        ? all
        : all.with("Proxy-Authorization", proxy.authorization());
  }

  private static Request ascii(Request given) {
    return isWithin(given.address(), '!', false)
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

  private static void requireSendable(Header field) {
    boolean name = !field.name().isEmpty() && isWithin(field.name(), '!', false);
    if (!name || field.name().indexOf(':') >= 0 || !isWithin(field.value(), ' ', true)) {
      throw new IllegalArgumentException("a header has characters that cannot be sent");
    }
  }

  /** Whether all characters are of ASCII, from the given one to the tilde, or tabs. */
  private static boolean isWithin(String text, char least, boolean tabs) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < least || c > '~') && !(tabs && c == '\t')) {
        return false;
      }
    }
    return true;
  }

  /** As bytes. */
  byte[] bytes() {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
