package dev.dicomwebdump.archive;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the query of a URL as HAR lists it: decoded names and values, in order. */
final class HarQuery {

  private HarQuery() {}

  /** Most requests have none, and their URL need not be taken apart to see that. */
  static List<Header> parameters(Request request) {
    return request.address().indexOf('?') < 0 ? List.of() : parameters(request.url());
  }

  static List<Header> parameters(URI url) {
    List<Header> parameters = new ArrayList<>();
    String query = url.getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.add(new Header(decoded(name), decoded(value)));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
