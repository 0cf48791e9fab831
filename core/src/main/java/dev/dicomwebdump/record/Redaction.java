package dev.dicomwebdump.record;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes secrets out of what is recorded, logged or shown: header fields that carry credentials, and
 * secrets in URLs. Bodies are not touched. Immutable.
 */
public final class Redaction {

  /** What stands where a secret was. */
  public static final String REDACTED = "REDACTED";

  private static final Set<String> SECRET_HEADERS =
      Set.of(
          "authorization", "cookie", "set-cookie", "proxy-authorization", "x-amz-security-token");
  private static final Set<String> URL_HEADERS = Set.of("location", "content-location");

  private final UrlRedaction urls;
  private final Set<String> secretHeaders;

  /**
   * @param root the server's root; only its origin's URLs keep the values of their parameters
   */
  public Redaction(String root) {
    this(root, Set.of());
  }

  /**
   * @param root the server's root; only its origin's URLs keep the values of their parameters
   * @param secretHeaders the names of header fields that hold secrets, beside those that always do
   */
  public Redaction(String root, Set<String> secretHeaders) {
    this.urls = new UrlRedaction(root);
    this.secretHeaders =
        Stream.concat(SECRET_HEADERS.stream(), secretHeaders.stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The exchange and all earlier ones without secrets. */
  public Exchange redact(Exchange exchange) {
    return new Exchange(
        redact(exchange.request()),
        exchange.response() == null
            ? null
            : redact(exchange.response(), exchange.request().address()),
        exchange.started(),
        exchange.timings(),
        exchange.peer(),
        exchange.bodyBytes(),
        exchange.problem(),
        exchange.earlier().stream().map(this::redact).toList());
  }

  /**
   * Header fields without secrets.
   *
   * @param fields of a message or of a part
   * @param asked the URL that was asked, to which URLs among them may be relative
   */
  public List<Header> redact(List<Header> fields, String asked) {
    List<Header> redacted = new ArrayList<>(fields.size());
    for (Header field : fields) {
      redacted.add(redact(field, asked));
    }
    return redacted;
  }

  /** A URL, absolute or relative, without secrets. */
  public String url(String url) {
    return urls.redact(url);
  }

  private Request redact(Request request) {
    String told = request.address();
    String redacted = urls.redact(told);
    Headers headers = new Headers(redact(request.headers().fields(), told));
    return redacted.equals(told)
        ? request.with(headers)
        : new Request(URI.create(redacted), headers);
  }

  private ResponseHead redact(ResponseHead head, String asked) {
    return new ResponseHead(
        head.httpVersion(),
        head.status(),
        head.reason(),
        new Headers(redact(head.headers().fields(), asked)));
  }

  private Header redact(Header field, String asked) {
    String name = field.name().toLowerCase(Locale.ROOT);
    if (secretHeaders.contains(name)) {
      return new Header(field.name(), REDACTED);
    }
    return URL_HEADERS.contains(name)
        ? new Header(field.name(), urls.redact(field.value(), asked))
        : field;
  }
}
