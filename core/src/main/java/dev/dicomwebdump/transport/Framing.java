package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.ResponseHead;
import java.net.ProtocolException;
import java.util.Locale;

/**
 * Where the body of a response to GET ends: RFC 9112 section 6.3.
 *
 * @param end what tells the end
 * @param length the bytes of content that the head promises; -1 when it does not
 * @param keepsConnection whether another response may follow on the connection. After a head that
 *     two readers may read in two ways none does.
 */
record Framing(End end, long length, boolean keepsConnection) {

  /** What tells the end of a body. */
  enum End {
    LENGTH,
    CHUNKS,
    CONNECTION
  }

  private static final int LONGEST_NUMBER = 18;

  /**
   * Reads it out of a head.
   *
   * @throws ProtocolException when the head tells of no end, or of several
   */
  static Framing of(ResponseHead head) throws ProtocolException {
    long length = length(head.headers());
    int chunkings = chunkings(head.headers());
    if (head.status() == 204 || head.status() == 304) {
      return bodiless(head, length, chunkings);
    }
    boolean persists = persists(head);
    if (chunkings > 0) {
      boolean plain = chunkings == 1 && length < 0 && head.httpVersion().equals("HTTP/1.1");
      return new Framing(End.CHUNKS, length, persists && plain);
    }
    return length < 0
        ? new Framing(End.CONNECTION, -1, false)
        : new Framing(End.LENGTH, length, persists);
  }

  private static Framing bodiless(ResponseHead head, long length, int chunkings)
      throws ProtocolException {
    // A 304 tells the length of what it does not send.
    if (head.status() == 204 && (length > 0 || chunkings > 0)) {
      throw new ProtocolException("a response with status 204 announces a body");
    }
    return new Framing(End.LENGTH, 0, persists(head));
  }

  /** How many times the body is chunked; some servers and their proxies both say so. */
  private static int chunkings(Headers headers) throws ProtocolException {
    int count = 0;
    for (Header field : headers) {
      if (field.is("Transfer-Encoding")) {
        for (String coding : field.value().toLowerCase(Locale.ROOT).split(",", -1)) {
          count += isChunked(HeadReader.trimmed(coding)) ? 1 : 0;
        }
      }
    }
    return count;
  }

  private static boolean isChunked(String coding) throws ProtocolException {
    if (coding.equals("chunked")) {
      return true;
    }
    if (coding.equals("identity")) {
      return false;
    }
    throw new ProtocolException("unknown transfer coding \"" + coding + "\"");
  }

  /** The one Content-Length, which may be told several times: RFC 9110 section 8.6. */
  private static long length(Headers headers) throws ProtocolException {
    long length = -1;
    for (Header field : headers) {
      if (field.is("Content-Length")) {
        for (String number : field.value().split(",", -1)) {
          long told = number(HeadReader.trimmed(number));
          if (length >= 0 && told != length) {
            throw new ProtocolException("several Content-Lengths that differ");
          }
          length = told;
        }
      }
    }
    return length;
  }

  private static long number(String text) throws ProtocolException {
    long number = 0;
    boolean good = !text.isEmpty() && text.length() <= LONGEST_NUMBER;
    for (int i = 0; good && i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      good = digit >= 0 && digit <= 9;
      number = 10 * number + digit;
    }
    if (!good) {
      throw new ProtocolException("Content-Length \"" + text + "\" is no length");
    }
    return number;
  }

  /** RFC 9112 section 9.3. */
  private static boolean persists(ResponseHead head) {
    boolean keeps =
        head.httpVersion().equals("HTTP/1.1") || hasOption(head.headers(), "keep-alive");
    return keeps && !hasOption(head.headers(), "close");
  }

  private static boolean hasOption(Headers headers, String option) {
    for (Header field : headers) {
      if (field.is("Connection") && field.value().toLowerCase(Locale.ROOT).contains(option)) {
        return true;
      }
    }
    return false;
  }
}
