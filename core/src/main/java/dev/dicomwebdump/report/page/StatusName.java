package dev.dicomwebdump.report.page;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.report.StatusFigures;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Status codes in words: RFC 9110 section 15 and RFC 6585. */
final class StatusName {

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(204, "No Content"),
          Map.entry(206, "Partial Content"),
          Map.entry(301, "Moved Permanently"),
          Map.entry(302, "Found"),
          Map.entry(303, "See Other"),
          Map.entry(307, "Temporary Redirect"),
          Map.entry(308, "Permanent Redirect"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(408, "Request Timeout"),
          Map.entry(410, "Gone"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  private StatusName() {}

  /** A status with its name; 0 is no response. */
  static String of(int status) {
    return switch (status) {
      case 0 -> "no response";
      case StatusFigures.OTHERS -> "others";
      default -> (status + " " + NAMES.getOrDefault(status, "")).strip();
    };
  }

  /** A status with what was wrong, where the status itself does not tell. */
  static String of(int status, Problem.@Nullable Kind problem) {
    return problem == null || problem == Problem.Kind.STATUS
        ? of(status)
        : of(status) + ", " + problem.published();
  }
}
