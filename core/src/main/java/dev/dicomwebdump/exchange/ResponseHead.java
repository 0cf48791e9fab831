package dev.dicomwebdump.exchange;

/**
 * What comes before a response's body. Immutable.
 *
 * @param httpVersion {@code HTTP/1.0}, {@code HTTP/1.1} or {@code HTTP/2}
 * @param status the status code, RFC 9110 section 15
 * @param reason the reason phrase; empty where none was sent
 * @param headers the header fields as sent
 */
public record ResponseHead(String httpVersion, int status, String reason, Headers headers) {

  /**
   * Whether the body is the resource that was asked for: 200, 203 or 206. Other 2xx have no such
   * body; 206 may hold a part of it only (PS3.18 section 8.5).
   */
  public boolean isSuccess() {
    return status == 200 || status == 203 || status == 206;
  }

  /** Whether the response sends the client elsewhere by a Location: RFC 9110 section 15.4. */
  public boolean isRedirect() {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }
}
