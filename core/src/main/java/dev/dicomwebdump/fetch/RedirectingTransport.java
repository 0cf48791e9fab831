package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseHead;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.transport.Transport;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows redirects: RFC 9110 section 15.4. What the redirect's own body held is of no matter. */
final class RedirectingTransport extends TransportDecorator {

  private static final int MOST = 10;

  RedirectingTransport(Transport inner) {
    super(inner);
  }

  @Override
  public Exchange exchange(Request request, ResponseSink sink) throws InterruptedException {
    Exchange first = inner.exchange(request, sink);
    String location = location(first);
    return location == null ? first : follow(request, first, location, sink);
  }

  private Exchange follow(Request request, Exchange first, String to, ResponseSink sink)
      throws InterruptedException {
    Set<URI> visited = new HashSet<>(Set.of(request.url()));
    URI at = request.url();
    Exchange last = first;
    @Nullable String location = to;
    while (location != null) {
      URI next = Location.resolve(at, location);
      if (next == null || isDowngrade(at, next) || visited.size() > MOST || !visited.add(next)) {
        return last.withProblem(new Problem(Problem.Kind.REDIRECT, reason(at, next, visited)));
      }
      at = next;
      last = inner.exchange(request.to(at), sink).after(last);
      location = location(last);
    }
    return last;
  }

  private static @Nullable String location(Exchange exchange) {
    ResponseHead head = exchange.response();
    return head != null && head.isRedirect() ? head.headers().first("Location") : null;
  }

  private static boolean isDowngrade(URI from, URI to) {
    return from.getScheme().equals("https") && to.getScheme().equals("http");
  }

  /** Says why no further; shows origins only, since a path or a query may be a secret. */
  private static String reason(URI from, @Nullable URI to, Set<URI> visited) {
    if (to == null) {
      return "the Location of the redirect is not an http or https URL";
    }
    if (isDowngrade(from, to)) {
      return "the redirect leads from https to http, to " + Origin.of(to);
    }
    return visited.size() > MOST
        ? "more than " + MOST + " redirects"
        : "the redirects go in a circle, at " + Origin.of(to);
  }
}
