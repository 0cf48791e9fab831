package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import java.util.ArrayList;
import java.util.List;

/** Makes the requests for one server's resources, as all are made. Immutable. */
final class Asking {

  private final DicomWebRoot root;
  private final Header acceptEncoding;
  private final Header userAgent;

  Asking(DicomWebRoot root, FetchSettings settings) {
    this.root = root;
    this.acceptEncoding = new Header("Accept-Encoding", settings.acceptEncoding());
    this.userAgent = new Header("User-Agent", settings.userAgent());
  }

  /**
   * The request for a resource.
   *
   * @param further header fields for this resource alone
   * @throws IllegalArgumentException when it is a search whose query cannot be part of a URL
   */
  Request request(Resource resource, String accept, Headers further) {
    Headers headers = headers(new Header("Accept", accept), further);
    boolean isOurWords = resource.bulk() == null && resource.page() == null;
    return isOurWords
        ? new Request(root.addressOf(resource), headers)
        : new Request(root.urlOf(resource), headers);
  }

  private Headers headers(Header accept, Headers further) {
    List<Header> usual = List.of(accept, acceptEncoding, userAgent);
    if (further.isEmpty()) {
      return new Headers(usual);
    }
    List<Header> all = new ArrayList<>(usual);
    all.addAll(further.fields());
    return new Headers(all);
  }
}
