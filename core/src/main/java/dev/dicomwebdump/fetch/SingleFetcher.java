package dev.dicomwebdump.fetch;

import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.transport.Transport;
import java.net.URI;

/**
 * Asks for a resource of one server in one way and once: follows redirects and authorizes, but does
 * not negotiate, retry or wait, whatever the server says. Only a connection that the server had
 * closed while it rested is replaced by another. One for all workers; safe for use by many threads
 * at once.
 */
public final class SingleFetcher {

  private final Asking asking;
  private final Transport requests;

  /**
   * @param settings of these, the headers and the credentials count
   * @param transport makes the requests; closed by whoever made it
   */
  public SingleFetcher(DicomWebRoot root, FetchSettings settings, Transport transport) {
    this.asking = new Asking(root, settings);
    HostPace unpaced =
        new HostPace(
            new SteadyLimit(settings.concurrency()),
            Politeness.NONE,
            Waits.SYSTEM,
            EventListener.NONE);
    this.requests =
        new RedirectingTransport(
            new AuthorizingTransport(transport, URI.create(root.base()), settings, unpaced));
  }

  /**
   * Asks for a resource.
   *
   * @param accept the Accept header
   * @param sink takes what comes; a redirect's response, too
   * @return the last exchange, with the redirects before it
   * @throws OutputException when the sink cannot keep what comes
   * @throws InterruptedException when the thread was interrupted while it waited
   */
  public Exchange fetch(Resource resource, String accept, ResponseSink sink)
      throws InterruptedException {
    Request request = asking.request(resource, accept, Headers.NONE);
    Exchange last = requests.exchange(request, sink);
    for (int dead = 0; isWorthAnother(last, dead); dead++) {
      last = requests.exchange(request, sink).after(last);
    }
    return Negotiation.judged(resource, last);
  }

  private static boolean isWorthAnother(Exchange last, int dead) {
    return RetryingTransport.metDeadConnection(last)
        && dead < RetryingTransport.MOST_DEAD_CONNECTIONS;
  }

  /**
   * Ends all that is in flight, and what comes later at once, with a problem of kind {@code
   * cancelled}. May be called by any thread, more than once.
   */
  public void cancel() {
    requests.cancel();
  }
}
