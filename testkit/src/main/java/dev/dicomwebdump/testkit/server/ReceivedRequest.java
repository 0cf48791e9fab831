package dev.dicomwebdump.testkit.server;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came. Immutable.
 *
 * @param method such as {@code GET}
 * @param target path and query as they stood in the request
 * @param path the path below the server's root, beginning with a slash, without query, not decoded;
 *     the whole path where it is not below the root
 * @param headers all headers in order; names in lower case on HTTP/2
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2}
 * @param connection the number of the connection, from 0
 * @param exchange the number of the request on its connection, from 0
 */
public record ReceivedRequest(
    String method,
    String target,
    String path,
    List<Header> headers,
    String protocol,
    int connection,
    int exchange) {

  public ReceivedRequest {
    headers = List.copyOf(headers);
  }

  /** The values of a header, joined with a comma, or null when it did not come. */
  public @Nullable String header(String name) {
    List<Header> found = headers.stream().filter(header -> header.is(name)).toList();
    return found.isEmpty()
        ? null
        : found.stream().map(Header::value).collect(Collectors.joining(", "));
  }

  /** The Accept header, or an empty text when none came. */
  public String accept() {
    String accept = header("Accept");
    return accept == null ? "" : accept;
  }

  /** The query without the question mark, or null. */
  public @Nullable String query() {
    int mark = target.indexOf('?');
    return mark < 0 ? null : target.substring(mark + 1);
  }

  boolean isHttp2() {
    return protocol.equals("HTTP/2");
  }
}
