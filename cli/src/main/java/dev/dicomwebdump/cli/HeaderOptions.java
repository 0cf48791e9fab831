package dev.dicomwebdump.cli;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options for header fields of the user's own. */
final class HeaderOptions extends OptionGroup {

  private static final String FRAMING = "the program sees to it itself";

  /** Fields that the program needs for itself, and what to do. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("accept", "give --accept KIND=VALUE"),
          Map.entry("accept-encoding", "give --compressed"),
          Map.entry("connection", FRAMING),
          Map.entry("content-length", FRAMING),
          Map.entry("host", FRAMING),
          Map.entry("proxy-authorization", "give --proxy with user and password"),
          Map.entry("range", "only whole resources are dumped"),
          Map.entry("te", FRAMING),
          Map.entry("transfer-encoding", FRAMING),
          Map.entry("upgrade", FRAMING));

  private final Given<List<String>> given =
      list("-H", "--header")
          .label("'NAME: VALUE'")
          .described(
              "Header field to send to the server; repeatable; @FILE has one a line.",
              "Records do not show its value.");

  private final Given<@Nullable String> userAgent =
      optional(String.class, "--user-agent", "--userAgent")
          .label("VALUE")
          .described("The User-Agent header.");

  /**
   * The fields to send, but Authorization.
   *
   * @throws IllegalArgumentException when one cannot be sent or is not for the user to give
   */
  Headers headers() {
    List<Header> fields = all();
    fields.forEach(HeaderOptions::requireAllowed);
    return new Headers(fields).without("Authorization");
  }

  /** An Authorization field among them: it counts as {@code -z}. Null when there is none. */
  @Nullable String authorization() {
    return new Headers(all()).first("Authorization");
  }

  /**
   * The User-Agent header, or null.
   *
   * @throws IllegalArgumentException when it cannot be sent
   */
  @Nullable String userAgent() {
    String value = userAgent.value();
    return value == null ? null : Header.sendable("User-Agent", value).value();
  }

  private List<Header> all() {
    List<Header> fields = new ArrayList<>();
    for (String text : given.value()) {
      if (text.startsWith("@")) {
        SecretConverter.read(text).value().lines().map(HeaderOptions::field).forEach(fields::add);
      } else {
        fields.add(field(text));
      }
    }
    return fields;
  }

  private static Header field(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("-H needs a name and a value: 'Name: value'");
    }
    return Header.sendable(text.substring(0, colon), text.substring(colon + 1));
  }

  private static void requireAllowed(Header field) {
    String why = REFUSED.get(field.name().toLowerCase(Locale.ROOT));
    if (why != null) {
      throw new IllegalArgumentException("-H cannot set " + field.name() + ": " + why);
    }
  }
}
