package dev.dicomwebdump.proof;

import dev.dicomwebdump.exchange.ContentCoding;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.ResponseHead;
import java.util.Locale;

/** What tells where a body ends: RFC 9112 section 6.3. */
final class BodyEnd {

  private BodyEnd() {}

  /**
   * Whether it is told by anything but the end of the connection, which comes when a server breaks
   * down, too. Compressed content tells its own end.
   */
  static boolean isTold(ResponseHead head) {
    return !head.httpVersion().startsWith("HTTP/1")
        || head.headers().first("Content-Length") != null
        || ContentCoding.of(head.headers()) != ContentCoding.IDENTITY
        || head.headers().fields().stream().anyMatch(BodyEnd::isChunked);
  }

  private static boolean isChunked(Header field) {
    return field.is("Transfer-Encoding")
        && field.value().toLowerCase(Locale.ROOT).contains("chunked");
  }
}
