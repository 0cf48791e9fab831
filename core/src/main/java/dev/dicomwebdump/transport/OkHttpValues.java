package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Response;

/** OkHttp's requests and responses as ours, and back. */
final class OkHttpValues {

  private static final String ACCEPT_ENCODING = "Accept-Encoding";

  /** What OkHttp leaves out on HTTP/2: RFC 9113 section 8.2.2; Host is {@code :authority}. */
  private static final Set<String> NOT_ON_HTTP2 =
      Set.of(
          "connection",
          "encoding",
          "host",
          "keep-alive",
          "proxy-connection",
          "te",
          "transfer-encoding",
          "upgrade");

  private OkHttpValues() {}

  /**
   * The request for OkHttp. It always says which content codings are welcome: OkHttp would else ask
   * for gzip by itself, and decode it.
   *
   * @throws IllegalArgumentException when a header cannot be sent
   */
  static okhttp3.Request toSend(HttpUrl url, Headers headers) {
    okhttp3.Request.Builder request = new okhttp3.Request.Builder().url(url);
    for (Header header : headers) {
      request.addHeader(header.name(), header.value());
    }
    if (headers.first(ACCEPT_ENCODING) == null) {
      request.addHeader(ACCEPT_ENCODING, "identity");
    }
    return request.build();
  }

  /** The request as it went over the wire. */
  static Request asSent(Request given, okhttp3.Request sent, Protocol protocol) {
    boolean http2 = !httpVersion(protocol).startsWith("HTTP/1.");
    List<Header> fields = new ArrayList<>();
    for (Header field : headers(sent.headers())) {
      String lower = field.name().toLowerCase(Locale.ROOT);
      if (!http2) {
        fields.add(field);
      } else if (!NOT_ON_HTTP2.contains(lower)) {
        fields.add(new Header(lower, field.value()));
      }
    }
    Headers headers = new Headers(fields);
    return sent.url().toString().equals(given.address())
        ? given.with(headers)
        : new Request(asSent(given.url(), sent.url()), headers);
  }

  /** The URL as given, unless OkHttp wrote its path or query in another way (dots, quotes). */
  private static URI asSent(URI given, HttpUrl sent) {
    boolean same =
        sent.encodedPath().equals(given.getRawPath())
            && Objects.equals(sent.encodedQuery(), given.getRawQuery());
    return same || given.getRawPath().isEmpty() ? given : URI.create(sent.toString());
  }

  /** A response's head. */
  static ResponseHead head(Response response) {
    return new ResponseHead(
        httpVersion(response.protocol()),
        response.code(),
        response.message(),
        headers(response.headers()));
  }

  private static Headers headers(okhttp3.Headers headers) {
    List<Header> fields = new ArrayList<>();
    for (int i = 0; i < headers.size(); i++) {
      fields.add(new Header(headers.name(i), headers.value(i)));
    }
    return new Headers(fields);
  }

  private static String httpVersion(Protocol protocol) {
    return switch (protocol) {
      case HTTP_1_0 -> "HTTP/1.0";
      case HTTP_1_1 -> "HTTP/1.1";
      default -> "HTTP/2";
    };
  }
}
