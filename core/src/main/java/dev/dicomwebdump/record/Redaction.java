package dev.dicomwebdump.record;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
  private static final HeaderNames URL_HEADERS =
      new HeaderNames(Set.of("location", "content-location"));

  private final UrlRedaction urls;
  private final HeaderNames secretHeaders;

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
    Set<String> all = new HashSet<>(SECRET_HEADERS);
    all.addAll(secretHeaders);
    this.secretHeaders = new HeaderNames(all);
  }

  /** The exchange and all earlier ones without secrets. */
  public Exchange redact(Exchange exchange) {
    List<Exchange> earlier = new ArrayList<>(exchange.earlier().size());
    for (Exchange before : exchange.earlier()) {
      earlier.add(redact(before));
    }
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
        earlier);
  }

  /**
   * Header fields without secrets.
   *
   * @param fields of a message or of a part
   * @param asked the URL that was asked, to which URLs among them may be relative
   * @return the fields given themselves where none can hold a secret
   */
  public List<Header> redact(List<Header> fields, String asked) {
    for (Header field : fields) {
      if (secretHeaders.have(field.name()) || URL_HEADERS.have(field.name())) {
        return redactEach(fields, asked);
      }
    }
    return fields;
  }

  private List<Header> redactEach(List<Header> fields, String asked) {
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
    if (secretHeaders.have(field.name())) {
      return new Header(field.name(), REDACTED);
    }
    return URL_HEADERS.have(field.name())
        ? new Header(field.name(), urls.redact(field.value(), asked))
        : field;
  }
}
