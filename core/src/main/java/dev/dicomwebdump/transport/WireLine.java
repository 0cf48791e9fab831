package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Header;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/**
 * A line of a head in the buffer into which it came; good until more bytes are read. Read as
 * ISO-8859-1.
 */
final class WireLine {

  private final byte[] buffer;
  private final int from;
  private final int to;

  /**
   * @param from the index of its first byte
   * @param to the index behind its last byte, without its line end
   */
  WireLine(byte[] buffer, int from, int to) {
    this.buffer = buffer;
    this.from = from;
    this.to = to;
  }

  boolean isEmpty() {
    return from == to;
  }

  int length() {
    return to - from;
  }

  /** Whether it begins with a blank: then it goes on with the field before it. */
  boolean isFolded() {
    return from < to && isBlank(from);
  }

  String text() {
    return text(from, to);
  }

  /** No blank may stand before the colon: who reads it otherwise reads another message. */
  Header field() throws ProtocolException {
    int colon = from;
    while (colon < to && buffer[colon] != ':') {
      colon++;
    }
    if (colon == from || colon == to || isBlank(from) || isBlank(colon - 1)) {
      throw new ProtocolException("a line of its head is no header field");
    }
    return new Header(text(from, colon), value(colon + 1));
  }

  /** What it has, without the blanks around it: RFC 9110 section 5.5. */
  String value() throws ProtocolException {
    return value(from);
  }

  private String value(int index) throws ProtocolException {
    int start = index;
    int end = to;
    while (start < end && isBlank(start)) {
      start++;
    }
    while (end > start && isBlank(end - 1)) {
      end--;
    }
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\r' || buffer[i] == '\0') {
        throw new ProtocolException("a header field has characters that it must not have");
      }
    }
    return text(start, end);
  }

  private boolean isBlank(int index) {
    return buffer[index] == ' ' || buffer[index] == '\t';
  }

  private String text(int start, int end) {
    return new String(buffer, start, end - start, StandardCharsets.ISO_8859_1);
  }
}
