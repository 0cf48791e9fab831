package dev.dicomwebdump.transport;

import static java.util.Map.entry;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.ResponseHead;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The problem that a status is which is not a success. */
final class StatusProblem {

  /** HTTP/2 sends no reason phrase; these are of RFC 9110 section 15 and RFC 6585. */
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          entry(201, "Created"),
          entry(202, "Accepted"),
          entry(204, "No Content"),
          entry(301, "Moved Permanently"),
          entry(302, "Found"),
          entry(303, "See Other"),
          entry(304, "Not Modified"),
          entry(307, "Temporary Redirect"),
          entry(308, "Permanent Redirect"),
          entry(400, "Bad Request"),
          entry(401, "Unauthorized"),
          entry(403, "Forbidden"),
          entry(404, "Not Found"),
          entry(405, "Method Not Allowed"),
          entry(406, "Not Acceptable"),
          entry(407, "Proxy Authentication Required"),
          entry(408, "Request Timeout"),
          entry(409, "Conflict"),
          entry(410, "Gone"),
          entry(413, "Content Too Large"),
          entry(414, "URI Too Long"),
          entry(415, "Unsupported Media Type"),
          entry(421, "Misdirected Request"),
          entry(429, "Too Many Requests"),
          entry(500, "Internal Server Error"),
          entry(501, "Not Implemented"),
          entry(502, "Bad Gateway"),
          entry(503, "Service Unavailable"),
          entry(504, "Gateway Timeout"));

  private StatusProblem() {}

  /** The problem, or null when the status is a success. */
  static @Nullable Problem of(ResponseHead head) {
    if (head.isSuccess()) {
      return null;
    }
    String reason =
        head.reason().isBlank() ? REASONS.getOrDefault(head.status(), "") : head.reason();
    return new Problem(Problem.Kind.STATUS, (head.status() + " " + reason).strip());
  }
}
