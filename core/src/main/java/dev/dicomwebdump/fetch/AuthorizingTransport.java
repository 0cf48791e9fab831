package dev.dicomwebdump.fetch;

import dev.dicomwebdump.credentials.Credentials;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.transport.Transport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Adds credentials and the user's own headers, which may hold secrets too, to requests to one
 * origin, and to no other: a redirect must not carry them away. A request that is answered 401 is
 * made once more when the credentials can be renewed.
 */
final class AuthorizingTransport extends TransportDecorator {

  private static final int UNAUTHORIZED = 401;

  /** After so many renewals in a row that were of no help, a 401 is about the resource. */
  private static final int MOST_IN_VAIN = 3;

  private final OwnOrigin own;
  private final Credentials credentials;
  private final Headers extra;
  private final HostPace pace;
  private final AtomicInteger inVain = new AtomicInteger();
  private volatile boolean cancelled;

  /**
   * @param root a URL of the one origin
   */
  AuthorizingTransport(Transport inner, URI root, FetchSettings settings, HostPace pace) {
    super(inner);
    this.own = OwnOrigin.of(root);
    this.credentials = settings.credentials();
    this.extra = settings.extraHeaders();
    this.pace = pace;
  }

  @Override
  public Exchange exchange(Request request, ResponseSink sink) throws InterruptedException {
    if (cancelled || !own.isAskedBy(request)) {
      return inner.exchange(request, sink);
    }
    Request authorized = credentials.authorize(request);
    Exchange first = inner.exchange(withExtra(authorized), sink);
    if (first.status() != UNAUTHORIZED || inVain.get() >= MOST_IN_VAIN) {
      return first;
    }
    return credentials.renew(authorized) ? again(request, sink).after(first) : inVain(first);
  }

  @Override
  public void cancel() {
    // The other way round, a request could still go out without credentials.
    inner.cancel();
    cancelled = true;
    credentials.cancel();
  }

  private Exchange again(Request request, ResponseSink sink) throws InterruptedException {
    pace.again();
    Exchange second = inner.exchange(withExtra(credentials.authorize(request)), sink);
    if (second.status() == UNAUTHORIZED) {
      return inVain(second);
    }
    inVain.set(0);
    return second;
  }

  private Exchange inVain(Exchange refused) {
    inVain.incrementAndGet();
    return refused;
  }

  private Request withExtra(Request request) {
    if (extra.isEmpty()) {
      return request;
    }
    Headers headers = request.headers();
    for (Header field : extra) {
      headers = headers.without(field.name());
    }
    List<Header> all = new ArrayList<>(headers.fields());
    all.addAll(extra.fields());
    return request.with(new Headers(all));
  }
}
