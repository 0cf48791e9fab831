package dev.dicomwebdump.fetch;

import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.Resource;
import dev.dicomwebdump.transport.Transport;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Gets resources from one server: negotiates, retries, follows redirects, keeps the server's pace
 * and authorizes, around a transport. One for all workers, since they share what was learnt of the
 * server; safe for use by many threads at once.
 */
public final class Fetcher {

  private final Negotiation negotiation;
  private final Transport requests;
  private final Transport wire;
  private final HostPace pace;

  /**
   * @param root the server
   * @param settings how to ask
   * @param transport makes the requests; closed by whoever made it
   * @param listener hears of pauses
   */
  public Fetcher(
      DicomWebRoot root, FetchSettings settings, Transport transport, EventListener listener) {
    this(
        root,
        settings,
        transport,
        Waits.SYSTEM,
        listener,
        () -> ThreadLocalRandom.current().nextDouble());
  }

  Fetcher(
      DicomWebRoot root,
      FetchSettings settings,
      Transport transport,
      Waits waits,
      EventListener listener,
      DoubleSupplier jitter) {
    this.pace = new HostPace(limit(settings), settings.politeness(), waits, listener);
    Transport gated = new GateTransport(transport);
    Transport authorizing =
        new AuthorizingTransport(gated, URI.create(root.base()), settings, pace);
    Transport redirecting = new RedirectingTransport(new PacingTransport(authorizing, pace));
    Outage outage = new Outage(settings.outage(), redirecting, waits, listener);
    Transport watched = new OutageTransport(redirecting, outage);
    this.requests = watched;
    this.wire = transport;
    this.negotiation =
        new Negotiation(
            root,
            settings,
            retries ->
                new RetryingTransport(
                    watched, retries, settings.maxRetryWait(), pace, outage, jitter));
  }

  /**
   * Asks for a resource until it is had or no hope is left. Waits as long as it takes.
   *
   * @param further header fields for this resource alone, such as If-None-Match
   * @param sink takes what comes; each attempt begins with a new head
   * @return the last exchange, with all that came before
   * @throws OutputException when the sink cannot keep what comes
   * @throws ServerAsksToWaitException when the server asks for a longer pause than the settings
   *     allow
   * @throws ServerGoneException when the server is gone for longer than the settings allow
   * @throws InterruptedException when the thread was interrupted while it waited
   */
  public Exchange fetch(Resource resource, Headers further, ResponseSink sink)
      throws InterruptedException {
    return negotiation.fetch(resource, further, sink);
  }

  /**
   * How many requests may be in flight now: as many as the settings say, unless the server asked
   * for less or the limit is found out while the run goes on.
   */
  public int concurrency() {
    return pace.allowed();
  }

  /** How many requests are in flight now. */
  public int inFlight() {
    return pace.inFlight();
  }

  /** Whether no request goes to the server now, since it asked for a pause. */
  public boolean isPaused() {
    return !pace.pauseLeft().isZero();
  }

  /**
   * Lets the requests end that are in flight, and nothing follow on them: all waiting, and what
   * would be asked for later, ends at once with a problem of kind {@code cancelled}. May be called
   * by any thread, more than once.
   */
  public void windDown() {
    requests.cancel();
  }

  /**
   * Ends all that is in flight and all waiting, with a problem of kind {@code cancelled}, and what
   * comes later at once. May be called by any thread, more than once.
   */
  public void cancel() {
    windDown();
    wire.cancel();
  }

  private static InFlightLimit limit(FetchSettings settings) {
    return settings.politeness().adaptive()
        ? new AdaptiveLimit(settings.concurrency())
        : new SteadyLimit(settings.concurrency());
  }
}
