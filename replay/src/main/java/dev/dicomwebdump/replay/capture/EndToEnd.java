package dev.dicomwebdump.replay.capture;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.record.Redaction;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The header fields of a recorded response that can be sent again: not those of its connection (RFC
 * 9110 section 7.6.1), not its length, which is made anew, and none whose value was redacted.
 */
final class EndToEnd {

  private static final Set<String> MADE_ANEW =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "alt-svc",
          "content-length");

  private EndToEnd() {}

  static List<Header> of(Headers recorded) {
    Set<String> left = new HashSet<>(MADE_ANEW);
    for (Header field : recorded) {
      if (field.is("Connection")) {
        for (String name : field.value().split(",", -1)) {
          left.add(name.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return recorded.fields().stream()
        .filter(field -> !left.contains(field.name().toLowerCase(Locale.ROOT)))
        .filter(field -> !field.value().equals(Redaction.REDACTED))
        .toList();
  }
}
