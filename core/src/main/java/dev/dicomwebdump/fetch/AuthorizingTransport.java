package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the Authorization header and the user's own headers, which may hold secrets too, to requests
 * to one origin, and to no other: a redirect must not carry them away.
 */
final class AuthorizingTransport extends TransportDecorator {

  private final Origin own;
  private final @Nullable String authorization;
  private final Headers extra;

  AuthorizingTransport(Transport inner, Origin own, FetchSettings settings) {
    super(inner);
    this.own = own;
    this.authorization = settings.authorization();
    this.extra = settings.extraHeaders();
  }

  @Override
  public Exchange exchange(Request request, ResponseSink sink) throws InterruptedException {
    boolean trusted = Origin.of(request.url()).equals(own);
    return inner.exchange(trusted ? authorized(request) : request, sink);
  }

  private Request authorized(Request request) {
    Headers headers = request.headers();
    if (authorization != null) {
      headers = headers.with("Authorization", authorization);
    }
    for (Header field : extra) {
      headers = headers.without(field.name());
    }
    List<Header> all = new ArrayList<>(headers.fields());
    all.addAll(extra.fields());
    return new Request(request.url(), new Headers(all));
  }
}
