package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.transport.Transport;

/** Makes no request while there is an {@link Outage}, and tells it what came of each. */
final class OutageTransport extends TransportDecorator {

  private final Outage outage;

  OutageTransport(Transport inner, Outage outage) {
    super(inner);
    this.outage = outage;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ServerGoneException when the outage lasts too long
   */
  @Override
  public Exchange exchange(Request request, ResponseSink sink) throws InterruptedException {
    outage.await();
    Exchange exchange = inner.exchange(request, sink);
    outage.see(request, exchange);
    return exchange;
  }

  @Override
  public void cancel() {
    // The other way round, a waiting request could still go out.
    inner.cancel();
    outage.cancel();
  }
}
