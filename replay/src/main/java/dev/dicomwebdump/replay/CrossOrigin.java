package dev.dicomwebdump.replay;

import dev.dicomwebdump.exchange.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of other origins read answers in a browser: the CORS protocol of the Fetch standard.
 */
final class CrossOrigin {

  private final @Nullable String allowed;

  /**
   * @param allowed an origin; {@code *} for any, null for none
   */
  CrossOrigin(@Nullable String allowed) {
    this.allowed = allowed;
  }

  /**
   * The fields of an answer to a page: our own word on it in place of the recorded one's, which
   * might let pages read that are not to. Who sends no Origin is no page, and gets what was
   * recorded.
   */
  List<Header> fields(List<Header> recorded, @Nullable String origin) {
    if (origin == null) {
      return recorded;
    }
    List<Header> fields = new ArrayList<>();
    for (Header field : recorded) {
      if (!field.name().toLowerCase(Locale.ROOT).startsWith("access-control-")) {
        fields.add(field);
      }
    }
    if (allowed != null) {
      fields.add(new Header("Access-Control-Allow-Origin", allowed));
      fields.add(new Header("Access-Control-Expose-Headers", "*"));
    }
    return fields;
  }

  /**
   * The fields of the answer to a preflight.
   *
   * @param wanted the header fields that the page wants to send; null for none
   */
  List<Header> preflight(@Nullable String wanted) {
    List<Header> fields = new ArrayList<>();
    if (allowed != null) {
      fields.add(new Header("Access-Control-Allow-Origin", allowed));
      fields.add(new Header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"));
      fields.add(new Header("Access-Control-Allow-Headers", wanted == null ? "*" : wanted));
      fields.add(new Header("Access-Control-Max-Age", "600"));
    }
    return fields;
  }
}
