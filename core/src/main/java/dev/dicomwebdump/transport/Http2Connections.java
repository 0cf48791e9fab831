package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Spreads requests over several HTTP/2 connections to a server, one after the other: OkHttp itself
 * opens a second one only when the first carries all that the server lets it. Safe for use by many
 * threads.
 */
final class Http2Connections implements Transport {

  private final Spread spread;
  private final List<OkHttpTransport> connections;
  private final AtomicInteger turn = new AtomicInteger();

  /** Opens no connection yet. */
  Http2Connections(TransportSettings settings) {
    this.spread = Spread.of(settings);
    this.connections =
        Stream.generate(() -> new OkHttpTransport(settings)).limit(spread.most()).toList();
  }

  @Override
  public Exchange exchange(Request request, ResponseSink sink) throws InterruptedException {
    int next = Math.floorMod(turn.getAndIncrement(), spread.connections());
    Exchange exchange = connections.get(next).exchange(request, sink);
    spread.waited(exchange.timings().waiting());
    return exchange;
  }

  @Override
  public void cancel() {
    connections.forEach(OkHttpTransport::cancel);
  }

  @Override
  public void close() {
    connections.forEach(OkHttpTransport::close);
  }
}
