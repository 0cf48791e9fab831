package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.exchange.Timings;
import dev.dicomwebdump.transport.Transport;
import java.time.Instant;
import java.util.List;

/**
 * Lets no request through any more once it was told to end; what has gone through comes to its own
 * end. It stands at the wire, so that all around it can be ended without that.
 */
final class GateTransport extends TransportDecorator {

  private static final Problem CLOSED =
      new Problem(Problem.Kind.CANCELLED, "the run was ended before this was asked for");

  private volatile boolean closed;

  GateTransport(Transport inner) {
    super(inner);
  }

  @Override
  public Exchange exchange(Request request, ResponseSink sink) throws InterruptedException {
    return closed ? cancelled(request) : inner.exchange(request, sink);
  }

  /** Closes the gate; what is in flight goes on. */
  @Override
  public void cancel() {
    closed = true;
  }

  private static Exchange cancelled(Request request) {
    return new Exchange(request, null, Instant.now(), Timings.UNKNOWN, null, 0, CLOSED, List.of());
  }
}
