package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
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
final class OkHttpTransport implements Transport {

  private final TransportSettings settings;
  private final OkHttpClients clients;
  private final OkHttpUrls urls = new OkHttpUrls();
  private final Set<Call> inFlight = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;
  private volatile boolean closed;

  /**
   * Opens no connection yet.
   *
   * @throws IllegalArgumentException when a limit is negative or over 24 days; one of zero is none
   */
  OkHttpTransport(TransportSettings settings) {
    this.settings = settings;
    this.clients = new OkHttpClients(settings);
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
    HttpUrl url = urls.read(request.address());
    if (url == null) {
      return Failures.unsendable(request);
    }
    Call call = clients.to(url).newCall(OkHttpValues.toSend(url, request.headers()));
    Failures failures = Failures.of(server(url), settings);
    inFlight.add(call);
    try {
      if (cancelled) {
        call.cancel();
      }
      return new OkHttpExchange(request, call, sink, settings.maxBody(), failures, () -> cancelled)
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

  private static Server server(HttpUrl url) {
    return new Server(url.isHttps(), url.host(), url.port());
  }
}
