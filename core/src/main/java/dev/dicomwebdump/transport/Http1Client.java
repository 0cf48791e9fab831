package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests over HTTP/1.1 (RFC 9112), each on the thread that asks for it. Safe for use by
 * many threads.
 */
final class Http1Client {

  private final TransportSettings settings;
  private final Connector connector;
  private final IdleConnections idle;
  private final Watchdog watchdog;
  private volatile @Nullable Route last;

  /**
   * @param alpn is told what servers choose
   */
  Http1Client(TransportSettings settings, Alpn alpn) {
    this(settings, alpn, IdleConnections.LONGEST_REST);
  }

  Http1Client(TransportSettings settings, Alpn alpn, Duration longestRest) {
    this.settings = settings;
    this.connector = new Connector(settings, alpn);
    this.idle = new IdleConnections(settings.connections(), longestRest);
    this.watchdog = new Watchdog(settings, idle::closeRested);
  }

  TransportSettings settings() {
    return settings;
  }

  /**
   * Makes one request.
   *
   * @throws Http2AgreedException when the server wants to be asked over HTTP/2; nothing was sent
   * @throws IllegalArgumentException when a header has characters that cannot be sent
   */
  Exchange exchange(Server server, Request request, ResponseSink sink)
      throws InterruptedException, Http2AgreedException {
    Route route = route(server);
    RequestHead head = route.head(request);
    Guard guard = new Guard(settings.maxTime());
    watchdog.enter(guard);
    try {
      return new Http1Exchange(route, request, head, sink, this, guard).run();
    } finally {
      watchdog.leave(guard);
    }
  }

  /** The next request mostly goes where the last one went. */
  private Route route(Server server) {
    Route route = last;
    if (route == null || !route.server().equals(server)) {
      route = new Route(server, settings);
      last = route;
    }
    return route;
  }

  /** A connection that rested, or a new one. */
  Http1Connection connection(Server server, Guard guard, PhaseMarks marks)
      throws IOException, InterruptedException {
    Http1Connection rested = idle.take(server);
    if (rested == null) {
      return connector.open(server, guard, marks);
    }
    rested.reuse(guard);
    return rested;
  }

  /** The exchange over a connection is over. */
  void giveBack(Http1Connection connection, Guard guard, boolean reusable) {
    if (guard.release() && reusable) {
      idle.give(connection);
    } else {
      connection.close();
    }
  }

  /**
   * A connection that had rested was of no use any more: its server ends them after a while, and
   * the others that rest are probably no better.
   */
  void metDeadConnection() {
    idle.closeAll();
  }

  /** Ends what is in flight, and all that comes later. */
  void cancel() {
    watchdog.cancel();
  }

  /** Closes what carries no exchange, and ends the thread that holds exchanges to their limits. */
  void close() {
    idle.close();
    watchdog.close();
  }
}
