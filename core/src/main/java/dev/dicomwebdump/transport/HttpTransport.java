package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.exchange.Site;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests over HTTP/1.1, and over HTTP/2 where a server chooses it by ALPN or is known to
 * speak it. Each call works on the thread that makes it; any number may run at once.
 *
 * <p>An interrupt ends a call with an {@link InterruptedException} when it next waits for bytes; a
 * wait on an HTTP/1.1 connection that has begun goes on until bytes come or its limit passes. Only
 * {@link #cancel} ends that at once. A lookup of a host's name cannot be ended.
 */
public final class HttpTransport implements Transport {

  private final TransportSettings settings;
  private final Alpn alpn = new Alpn();
  private final Http1Client http1;
  private volatile @Nullable Asked last;
  private @Nullable Transport http2;
  private boolean cancelled;

  /**
   * Opens no connection yet.
   *
   * @throws IllegalArgumentException when a limit is negative or over 24 days; one of zero is none
   */
  public HttpTransport(TransportSettings settings) {
    this.settings = checked(settings);
    this.http1 = new Http1Client(settings, alpn);
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
    Server server = server(request);
    if (server == null) {
      return Failures.unsendable(request);
    }
    if (server.isTls() && settings.http2()) {
      return asAgreed(server, request, sink);
    }
    return !server.isTls() && settings.http2PriorKnowledge()
        ? http2().exchange(request, sink)
        : overHttp1(server, request, sink);
  }

  /** The next request is mostly for the same server, whose URL need not be taken apart again. */
  private @Nullable Server server(Request request) {
    Asked before = last;
    if (before != null && before.site.has(request)) {
      return before.server;
    }
    Server server = Server.of(request.url());
    last = server == null ? null : new Asked(Site.of(request.url()), server);
    return server;
  }

  private record Asked(Site site, Server server) {}

  @Override
  public void cancel() {
    http1.cancel();
    alpn.cancel();
    cancelHttp2();
  }

  /** {@inheritDoc} What is in flight is cancelled. */
  @Override
  public void close() {
    cancel();
    http1.close();
    closeHttp2();
  }

  private Exchange asAgreed(Server server, Request request, ResponseSink sink)
      throws InterruptedException {
    Alpn.Choice choice = alpn.of(server);
    if (choice == Alpn.Choice.HTTP_2) {
      return http2().exchange(request, sink);
    }
    try {
      return overHttp1(server, request, sink);
    } finally {
      if (choice == null) {
        alpn.gaveUp(server);
      }
    }
  }

  private Exchange overHttp1(Server server, Request request, ResponseSink sink)
      throws InterruptedException {
    try {
      return http1.exchange(server, request, sink);
    } catch (Http2AgreedException e) {
      return http2().exchange(request, sink);
    }
  }

  /** Made when it is first needed: OkHttp takes a while to load. */
  private synchronized Transport http2() {
    if (http2 == null) {
      http2 = new Http2Connections(settings);
      if (cancelled) {
        http2.cancel();
      }
    }
    return http2;
  }

  private synchronized void cancelHttp2() {
    cancelled = true;
    if (http2 != null) {
      http2.cancel();
    }
  }

  private synchronized void closeHttp2() {
    if (http2 != null) {
      http2.close();
    }
  }

  private static TransportSettings checked(TransportSettings settings) {
    requireLimit(settings.connectTimeout());
    requireLimit(settings.firstByteTimeout());
    requireLimit(settings.idleTimeout());
    if (settings.maxTime() != null) {
      requireLimit(settings.maxTime());
    }
    return settings;
  }

  private static void requireLimit(Duration limit) {
    if (limit.isNegative() || limit.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a limit is from nothing to 24 days: " + limit);
    }
  }
}
