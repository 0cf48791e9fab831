package dev.dicomwebdump.resource;

import dev.dicomwebdump.exchange.Authority;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The root URL of a DICOMweb server, below which {@code /studies} lies. It may carry a query, which
 * every request then carries too. Immutable.
 */
public final class DicomWebRoot {

  private final Authority authority;
  private final String base;
  private final @Nullable String query;

  private DicomWebRoot(URI uri, Authority authority) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    this.authority = authority;
    this.base = scheme + "://" + authority + withoutStudies(uri.getRawPath());
    this.query = uri.getRawQuery();
  }

  /**
   * Reads a root as a user writes it: with or without the final {@code /studies}, with or without
   * trailing slashes, with or without user-info and query.
   *
   * @throws IllegalArgumentException when it is not an http or https URL; the message says why and
   *     never shows user-info or query
   */
  public static DicomWebRoot parse(String text) {
    if (!text.strip().matches("(?i)https?://.*")) {
      throw new IllegalArgumentException("the root URL must begin with http:// or https://");
    }
    URI uri = uri(text.strip());
    if (uri.getRawAuthority() == null) {
      throw new IllegalArgumentException("the root URL names no host");
    }
    if (uri.getRawFragment() != null) {
      throw new IllegalArgumentException("the root URL must not have a fragment (#…)");
    }
    Authority authority = Authority.of(uri);
    if (authority == null) {
      throw new IllegalArgumentException(
          "the root URL names a host or port that cannot be asked: a host is letters, digits,"
              + " hyphens, underscores and dots, or an IP address");
    }
    return new DicomWebRoot(uri, authority);
  }

  /** The URL of a resource: below this root, unless it is bulk data, which has its own. */
  public URI urlOf(Resource resource) {
    return resource.bulk() == null
        ? withQuery(URI.create(base + resource.address()))
        : resource.bulk().url();
  }

  /**
   * The URL of a resource that is neither bulk data nor a search, as text: such an address is made
   * of UIDs, numbers and fixed words only, and need not be read to be known as a URL.
   */
  public String addressOf(Resource resource) {
    String address = base + resource.path();
    return query == null ? address : address + "?" + query;
  }

  /** A URL of this server with the root's query, unless it has that already. */
  public URI withQuery(URI url) {
    String own = url.getRawQuery();
    if (query == null || (own != null && ("&" + own + "&").contains("&" + query + "&"))) {
      return url;
    }
    return URI.create(url + (own == null ? "?" : "&") + query);
  }

  /** The root without {@code /studies}, trailing slash, user-info and query. */
  public String base() {
    return base;
  }

  /**
   * The user-info as it stood, decoded ({@code user:password}), or null; it is never part of a URL
   * made here.
   */
  public @Nullable String userInfo() {
    return authority.userInfo();
  }

  /** The host; an IPv6 address in brackets. */
  public String host() {
    return authority.host();
  }

  /** The root without user-info and query, so that it can be shown. */
  @Override
  public String toString() {
    return base;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the root URL is not a URL: " + e.getReason(), e);
    }
  }

  private static String withoutStudies(String rawPath) {
    String path = withoutTrailingSlashes(rawPath);
    return path.endsWith("/studies")
        ? withoutTrailingSlashes(path.substring(0, path.length() - "/studies".length()))
        : path;
  }

  private static String withoutTrailingSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
