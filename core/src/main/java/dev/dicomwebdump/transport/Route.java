package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Headers;
import dev.dicomwebdump.exchange.Request;
import org.jspecify.annotations.Nullable;

/**
 * The way to one server over HTTP/1.1: what does not change from request to request, and the header
 * fields of the last, which the next mostly has, too. Safe for use by many threads.
 */
final class Route {

  private final Server server;
  private final Failures failures;
  private final @Nullable HttpProxy reader;
  private volatile @Nullable FieldLines last;

  Route(Server server, TransportSettings settings) {
    this.server = server;
    this.failures = Failures.of(server, settings);
    this.reader = server.isTls() ? null : failures.proxy();
  }

  Server server() {
    return server;
  }

  Failures failures() {
    return failures;
  }

  /**
   * A request as it goes over the wire.
   *
   * @throws IllegalArgumentException when a header has characters that cannot be sent
   */
  RequestHead head(Request given) {
    return RequestHead.of(given, lines(given.headers()), server, reader);
  }

  private FieldLines lines(Headers given) {
    FieldLines lines = last;
    if (lines == null || !lines.areOf(given)) {
      lines = FieldLines.of(given, server, reader);
      last = lines;
    }
    return lines;
  }
}
