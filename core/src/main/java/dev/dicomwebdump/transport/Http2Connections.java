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

  private final List<OkHttpTransport> connections;
  private final AtomicInteger turn = new AtomicInteger();

  /** Opens no connection yet. */
  Http2Connections(TransportSettings settings) {
    this.connections =
        Stream.generate(() -> new OkHttpTransport(settings))
            .limit(settings.http2Connections())
            .toList();
  }

  @Override
  public Exchange exchange(Request request, ResponseSink sink) throws InterruptedException {
    int next = Math.floorMod(turn.getAndIncrement(), connections.size());
    return connections.get(next).exchange(request, sink);
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
