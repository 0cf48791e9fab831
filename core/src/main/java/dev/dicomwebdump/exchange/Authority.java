package dev.dicomwebdump.exchange;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a URL names: RFC 3986 section 3.2. {@link URI} tells nothing of a host with an underscore,
 * which is no DNS name, but which container networks have. Immutable; shows no user-info.
 *
 * @param userInfo the user-info, decoded; null for none
 * @param host a name in ASCII, an IPv4 address, or an IPv6 address in brackets
 * @param port from 0 to 65535, or -1 for the scheme's own
 */
public record Authority(@Nullable String userInfo, String host, int port) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(.*)@)?(\\[[0-9A-Fa-f:.]+]|[\\w-]{1,63}(?:\\.[\\w-]{1,63})*\\.?)(?::([0-9]{0,5}))?");

  private static final int GREATEST_PORT = 65535;

  /** The authority of a URL; null when it names no host and port that could be asked. */
  public static @Nullable Authority of(URI url) {
    String raw = url.getRawAuthority();
    Matcher found = FORM.matcher(raw == null ? "" : raw);
    if (!found.matches()) {
      return null;
    }
    int port = port(found.group(3));
    return port > GREATEST_PORT
        ? null
        : new Authority(decoded(found.group(1)), found.group(2), port);
  }

  /**
   * The authority of a URL that is known to have one.
   *
   * @throws IllegalArgumentException when it has none
   */
  public static Authority require(URI url) {
    Authority authority = of(url);
    if (authority == null) {
      throw new IllegalArgumentException("a URL without a host that can be asked");
    }
    return authority;
  }

  /** The port, or that one where the URL leaves it to the scheme. */
  public int portOr(int usual) {
    return port < 0 ? usual : port;
  }

  /** Host and port, without user-info. */
  @Override
  public String toString() {
    return port < 0 ? host : host + ":" + port;
  }

  private static int port(@Nullable String digits) {
    return digits == null || digits.isEmpty() ? -1 : Integer.parseInt(digits);
  }

  private static @Nullable String decoded(@Nullable String userInfo) {
    return userInfo == null
        ? null
        : URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
