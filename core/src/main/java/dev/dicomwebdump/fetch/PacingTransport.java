package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Makes each request when the {@link HostPace} lets it, and tells it what came. */
final class PacingTransport extends TransportDecorator {

  private final HostPace pace;

  PacingTransport(Transport inner, HostPace pace) {
    super(inner);
    this.pace = pace;
  }

  @Override
  public Exchange exchange(Request request, ResponseSink sink) throws InterruptedException {
    HostPace.Turn turn = pace.begin();
    @Nullable Exchange answer = null;
    try {
      answer = inner.exchange(request, sink);
      return answer;
    } finally {
      pace.end(turn, answer);
    }
  }

  @Override
  public void cancel() {
    // The other way round, a waiting request could still go out.
    inner.cancel();
    pace.cancel();
  }
}
