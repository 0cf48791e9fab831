package dev.dicomwebdump.dump;

import dev.dicomwebdump.exchange.Authority;
import dev.dicomwebdump.resource.DicomWebRoot;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Says where bulk data is asked for: PS3.18 section F.2.6 and RFC 3986 section 5. Another host than
 * the server's own is asked only if the user allows it. Immutable.
 */
final class BulkAddresses {

  private final DicomWebRoot root;
  private final URI own;
  private final Authority ownAuthority;
  private final BulkDataOptions options;

  BulkAddresses(DicomWebRoot root, BulkDataOptions options) {
    this.root = root;
    this.own = URI.create(root.base());
    this.ownAuthority = Authority.require(own);
    this.options = options;
  }

  /**
   * The URL to ask.
   *
   * @param metadata the URL of the metadata that names the value
   * @param uri the BulkDataURI as it stands there
   * @throws IllegalArgumentException when there is none that may be asked; the message says why,
   *     and shows no path and no query
   */
  URI resolve(URI metadata, String uri) {
    URI url = absolute(metadata, uri.strip());
    if (options.rewrite()) {
      url = at(own, ownAuthority, url);
    }
    Authority authority = Authority.require(url);
    int port = port(url, authority);
    if (isOwn(url, authority, port)) {
      return root.withQuery(url);
    }
    String host = authority.host().toLowerCase(Locale.ROOT);
    if (options.hosts().contains(host) || options.hosts().contains(host + ":" + port)) {
      return url;
    }
    throw new IllegalArgumentException(
        "the BulkDataURI leads to %s://%s:%d, not to the server itself: --bulkdata-host %s or"
                .formatted(url.getScheme(), host, port, host)
            + " --bulkdata-origin rewrite");
  }

  private static URI absolute(URI metadata, String uri) {
    try {
      URI told = new URI(uri);
      // URI.resolve follows RFC 2396, under which a mere query loses the last segment of the path.
      URI url = metadata.resolve(uri.startsWith("?") ? new URI(metadata.getRawPath() + uri) : told);
      String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      Authority authority = uri.isEmpty() || !web ? null : Authority.of(url);
      if (authority == null) {
        throw new IllegalArgumentException("the BulkDataURI leads nowhere");
      }
      return at(url, authority, url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the BulkDataURI is no URI", e);
    }
  }

  /** A URL's path and query, without user-info and fragment, at an origin. */
  private static URI at(URI origin, Authority authority, URI url) {
    String scheme = origin.getScheme().toLowerCase(Locale.ROOT);
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return URI.create(scheme + "://" + authority + url.getRawPath() + query);
  }

  private boolean isOwn(URI url, Authority authority, int port) {
    return url.getScheme().equalsIgnoreCase(own.getScheme())
        && authority.host().equalsIgnoreCase(ownAuthority.host())
        && port == port(own, ownAuthority);
  }

  private static int port(URI url, Authority authority) {
    return authority.portOr(url.getScheme().equalsIgnoreCase("https") ? 443 : 80);
  }
}
