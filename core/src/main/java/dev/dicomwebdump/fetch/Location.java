package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Authority;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the Location header of a redirect: RFC 9110 section 10.2.2. */
final class Location {

  private Location() {}

  /**
   * The absolute http or https URL that a Location leads to, without user-info and fragment; null
   * when there is none.
   *
   * @param base the URL that was asked
   * @param location the header's value
   */
  static @Nullable URI resolve(URI base, String location) {
    try {
      URI url = absolute(base, text(location.strip()));
      String scheme = url.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      Authority authority = Authority.of(url);
      return web && authority != null ? plain(scheme, authority, url) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** Headers are read as ISO-8859-1, which some servers' UTF-8 is not. */
  private static String text(String value) {
    try {
      ByteBuffer bytes = StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(value));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return value;
    }
  }

  private static URI absolute(URI base, String location) throws URISyntaxException {
    // URI.resolve follows RFC 2396, under which a mere query loses the last segment of the path.
    boolean queryOnly = location.startsWith("?");
    return base.resolve(new URI(queryOnly ? base.getRawPath() + location : location));
  }

  private static URI plain(String scheme, Authority authority, URI url) throws URISyntaxException {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return new URI(scheme + "://" + authority + url.getRawPath() + query);
  }
}
