package dev.dicomwebdump.credentials;

import dev.dicomwebdump.exchange.Authority;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A GET request without body as AWS Signature Version 4 wants it written. Of its headers Host and
 * X-Amz-* stand in it.
 */
final class CanonicalRequest {

  /** SHA-256 of nothing. */
  private static final String NO_BODY =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final URI url;
  private final TreeMap<String, String> headers = new TreeMap<>();

  CanonicalRequest(Request request) {
    url = request.url();
    headers.put("host", host(url));
    for (Header field : request.headers()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (name.startsWith("x-amz-")) {
        headers.put(name, field.value().strip().replaceAll(" +", " "));
      }
    }
  }

  /** The names of the headers in it. */
  String signedHeaders() {
    return String.join(";", headers.keySet());
  }

  /** The whole. */
  String text() {
    String fields =
        headers.entrySet().stream()
            .map(field -> field.getKey() + ":" + field.getValue() + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n", "GET", path(), query(url.getRawQuery()), fields, signedHeaders(), NO_BODY);
  }

  /** As HTTP sends it: the port only where it is not the scheme's own. */
  private static String host(URI url) {
    int usual = url.getScheme().equals("https") ? 443 : 80;
    Authority authority = Authority.require(url);
    return authority.portOr(usual) == usual ? authority.host() : authority.toString();
  }

  /** All services but S3 want the path, which is encoded already, encoded once more. */
  private String path() {
    String path = url.getRawPath();
    return path.isEmpty()
        ? "/"
        : Arrays.stream(path.split("/", -1))
            .map(CanonicalRequest::encoded)
            .collect(Collectors.joining("/"));
  }

  private static String query(@Nullable String raw) {
    return raw == null || raw.isEmpty()
        ? ""
        : Arrays.stream(raw.split("&"))
            .map(CanonicalRequest::parameter)
            .sorted()
            .map(pair -> pair.replace('\0', '='))
            .collect(Collectors.joining("&"));
  }

  /** Name and value with a NUL between, which sorts a name before one that it begins. */
  private static String parameter(String raw) {
    int equals = raw.indexOf('=');
    String name = equals < 0 ? raw : raw.substring(0, equals);
    String value = equals < 0 ? "" : raw.substring(equals + 1);
    return encoded(decoded(name)) + "\0" + encoded(decoded(value));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** RFC 3986: all but unreserved characters as %XX. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
