package dev.dicomwebdump.exchange;

import java.net.URI;

/**
 * Scheme and authority of a URL, as they are written in it: what nearly all addresses of one server
 * begin with. Of one that begins otherwise this tells nothing: it may be the same server's, written
 * in another way. Immutable.
 *
 * @param start with the slash that begins the path
 */
public record Site(String start) {

  /** The site of an absolute URL. */
  public static Site of(URI url) {
    return new Site(url.getScheme() + "://" + url.getRawAuthority() + "/");
  }

  /** Whether a request goes to the same scheme and authority, written alike. */
  public boolean has(Request request) {
    return request.address().startsWith(start);
  }
}
