package dev.dicomwebdump.multipart;

import java.util.ArrayList;
import java.util.List;

/** The header fields of one part as they come: RFC 5322 section 2.2, folded lines included. */
final class HeaderBlock {

  private static final int LONGEST_NUMBER = 18;

  private final List<PartHeader> headers = new ArrayList<>();

  boolean isEmpty() {
    return headers.isEmpty();
  }

  List<PartHeader> headers() {
    return List.copyOf(headers);
  }

  /** Adds a line without its line end; returns false when it is not part of a header. */
  boolean add(String line) {
    int colon = line.indexOf(':');
    if (line.startsWith(" ") || line.startsWith("\t")) {
      return unfold(line.strip());
    }
    if (colon <= 0) {
      return false;
    }
    String name = line.substring(0, colon).strip();
    headers.add(new PartHeader(name, line.substring(colon + 1).strip()));
    return true;
  }

  private boolean unfold(String more) {
    if (headers.isEmpty()) {
      return false;
    }
    PartHeader folded = headers.remove(headers.size() - 1);
    headers.add(new PartHeader(folded.name(), (folded.value() + " " + more).strip()));
    return true;
  }

  /** The Content-Length in bytes, or -1 when there is none that can be read. */
  long contentLength() {
    String value = PartHeader.first(headers, "Content-Length");
    return value != null && isNumber(value) ? Long.parseLong(value) : -1;
  }

  private static boolean isNumber(String text) {
    boolean digits = !text.isEmpty() && text.length() <= LONGEST_NUMBER;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }
}
