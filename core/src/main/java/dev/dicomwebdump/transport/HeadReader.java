package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.ResponseHead;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads heads of responses, and the fields after a chunked body: RFC 9112 sections 4 and 5. Names
 * keep their case, values are read as ISO-8859-1.
 */
final class HeadReader {

  private static final int MOST_BYTES = 256 * 1024;
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int MOST_FIELDS = 1000;
  private static final String TOO_LONG = "its head has more than 256 KiB, or 1000 fields";

  private static final int VERSION_END = "HTTP/1.1".length();
  private static final int CODE_END = VERSION_END + " 200".length();

  private final WireInput in;
  private int left = MOST_BYTES;

  HeadReader(WireInput in) {
    this.in = in;
  }

  /** The head of the final response; interim ones (1xx) before it are passed over. */
  ResponseHead read() throws IOException, InterruptedException {
    ResponseHead head = one();
    while (head.status() < 200) {
      if (head.status() == 101) {
        throw new ProtocolException("it changes to a protocol that was not asked for");
      }
      head = one();
    }
    return head;
  }

  private ResponseHead one() throws IOException, InterruptedException {
    String status = line().text();
    String version = version(status);
    int code = code(status);
    String reason = status.length() > CODE_END ? status.substring(CODE_END + 1) : "";
    return new ResponseHead(version, code, reason, fields());
  }

  /** Fields up to the empty line after them. */
  Headers fields() throws IOException, InterruptedException {
    List<Header> fields = new ArrayList<>();
    for (WireLine line = line(); !line.isEmpty(); line = line()) {
      if (line.isFolded() && !fields.isEmpty()) {
        fields.add(unfolded(fields.remove(fields.size() - 1), line));
      } else {
        fields.add(line.field());
      }
      if (fields.size() > MOST_FIELDS) {
        throw new ProtocolException(TOO_LONG);
      }
    }
    return new Headers(fields);
  }

  private WireLine line() throws IOException, InterruptedException {
    WireLine line = in.line(LONGEST_LINE);
    left -= line.length() + 2;
    if (left < 0) {
      throw new ProtocolException(TOO_LONG);
    }
    return line;
  }

  private static String version(String status) throws ProtocolException {
    if (status.startsWith("HTTP/1.1 ")) {
      return "HTTP/1.1";
    }
    if (status.startsWith("HTTP/1.0 ")) {
      return "HTTP/1.0";
    }
    throw noStatus(status);
  }

  private static int code(String status) throws ProtocolException {
    boolean ends = status.length() == CODE_END;
    if (!ends && (status.length() < CODE_END || status.charAt(CODE_END) != ' ')) {
      throw noStatus(status);
    }
    int code = 0;
    for (int i = VERSION_END + 1; i < CODE_END; i++) {
      int digit = status.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw noStatus(status);
      }
      code = 10 * code + digit;
    }
    if (code < 100) {
      throw noStatus(status);
    }
    return code;
  }

  private static ProtocolException noStatus(String status) {
    return new ProtocolException("\"" + status + "\" is no status line");
  }

  /** Several lines are one value, with a blank for each line's end: RFC 9112 section 5.2. */
  private static Header unfolded(Header begun, WireLine line) throws ProtocolException {
    return new Header(begun.name(), trimmed(begun.value() + " " + line.value()));
  }

  /** A text without the blanks around it: RFC 9110 section 5.6.3. */
  static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
