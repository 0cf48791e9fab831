package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Authority;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.exchange.Timings;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.HttpUrl;

/**
 * Makes requests over HTTP/1.1 and HTTP/2 by OkHttp. Each call works on the thread that makes it;
 * any number may run at once.
 *
 * <p>An interrupt ends a call with an {@link InterruptedException} when it next waits for bytes; a
 * wait on an HTTP/1.1 connection that has begun goes on until bytes come or its limit passes. Only
 * {@link #cancel} ends that at once. A lookup of a host's name cannot be ended.
 */
public final class OkHttpTransport implements Transport {

  private final TransportSettings settings;
  private final Clients clients;
  private final Set<Call> inFlight = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;
  private volatile boolean closed;

  /**
   * Opens no connection yet.
   *
   * @throws IllegalArgumentException when a limit is negative or over 24 days; one of zero is none
   */
  public OkHttpTransport(TransportSettings settings) {
    this.settings = settings;
    this.clients = new Clients(settings);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException when a header has characters that cannot be sent
   */
  @Override
  public Exchange exchange(Request request, ResponseSink sink) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    HttpUrl url = HttpUrl.parse(request.url().toString());
    if (url == null) {
      return unsendable(request);
    }
    Call call = clients.to(url).newCall(WireValues.toSend(url, request.headers()));
    Failures failures = Failures.of(url, settings);
    inFlight.add(call);
    try {
      if (cancelled) {
        call.cancel();
      }
      return new WireExchange(request, call, sink, settings.maxBody(), failures, () -> cancelled)
          .run();
    } finally {
      inFlight.remove(call);
      if (closed) {
        clients.closeIdle();
      }
    }
  }

  @Override
  public void cancel() {
    cancelled = true;
    inFlight.forEach(Call::cancel);
  }

  /** {@inheritDoc} What is in flight is cancelled. */
  @Override
  public void close() {
    closed = true;
    cancel();
    clients.closeIdle();
  }

  private static Exchange unsendable(Request request) {
    URI url = request.url();
    String why = url.getScheme() + " URL of host \"" + Authority.of(url) + "\" cannot be asked for";
    Problem problem = new Problem(Problem.Kind.CONNECT, why);
    return new Exchange(request, null, Instant.now(), Timings.UNKNOWN, null, 0, problem, List.of());
  }
}
