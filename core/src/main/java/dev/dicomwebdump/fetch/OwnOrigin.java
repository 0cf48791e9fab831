package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.Site;
import java.net.URI;

/** The origin of the server that is asked: credentials go there, and nowhere else. Immutable. */
public final class OwnOrigin {

  private final Site site;
  private final Origin origin;

  private OwnOrigin(URI root) {
    this.site = Site.of(root);
    this.origin = Origin.of(root);
  }

  /**
   * The origin of an absolute URL.
   *
   * @throws IllegalArgumentException when it has no host
   */
  public static OwnOrigin of(URI root) {
    return new OwnOrigin(root);
  }

  /**
   * Whether a request goes there. Nearly all addresses begin as the root does, and need not be
   * taken apart.
   */
  public boolean isAskedBy(Request request) {
    return site.has(request) || Origin.of(request.url()).equals(origin);
  }
}
