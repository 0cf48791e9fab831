package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a GET request for the wire: RFC 9112 section 5.
 *
 * @param given the fields as given
 * @param sent the same with all that was added to them
 * @param text the same as they are sent, with the empty line after them
 */
record FieldLines(Headers given, Headers sent, String text) {

  /**
   * The fields of requests to a server, or to the proxy who is to pass them on.
   *
   * @param proxy null when none reads the request
   * @throws IllegalArgumentException when a field has characters that cannot be sent; the message
   *     does not show its value
   */
  static FieldLines of(Headers given, Server server, @Nullable HttpProxy proxy) {
    Headers sent = sent(given, server, proxy);
    return new FieldLines(given, sent, text(sent));
  }

  /** Whether these are the lines of such fields. */
  boolean areOf(Headers others) {
    List<Header> mine = given.fields();
    List<Header> theirs = others.fields();
    boolean same = mine.size() == theirs.size();
    for (int i = 0; same && i < mine.size(); i++) {
      Header one = mine.get(i);
      Header other = theirs.get(i);
      same = one.name().equals(other.name()) && one.value().equals(other.value());
    }
    return same;
  }

  /** Fields as they are sent, with the empty line after them. */
  static String text(Headers headers) {
    StringBuilder text = new StringBuilder(512);
    for (Header field : headers) {
      requireSendable(field);
      text.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    return text.append("\r\n").toString();
  }

  private static Headers sent(Headers given, Server server, @Nullable HttpProxy proxy) {
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

  private static void requireSendable(Header field) {
    boolean name = !field.name().isEmpty() && isWithin(field.name(), '!', false);
    if (!name || field.name().indexOf(':') >= 0 || !isWithin(field.value(), ' ', true)) {
      throw new IllegalArgumentException("a header has characters that cannot be sent");
    }
  }

  /** Whether all characters are of ASCII, from the given one to the tilde, or tabs. */
  static boolean isWithin(String text, char least, boolean tabs) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < least || c > '~') && !(tabs && c == '\t')) {
        return false;
      }
    }
    return true;
  }
}
