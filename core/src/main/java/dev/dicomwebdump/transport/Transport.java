package dev.dicomwebdump.transport;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.OutputException;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;

/**
 * Makes requests. An implementation sends each request once, as it is: it does not retry, follow
 * redirects, authorize or decode. Decorators do so, and are transports too. Safe for use by many
 * threads at once.
 */
public interface Transport extends AutoCloseable {

  /**
   * Sends a request and hands the response to the sink. What goes wrong on the wire, a status that
   * is not a success, and what the sink finds wrong in its {@code end} is the {@code problem} of
   * the exchange, never an exception.
   *
   * @throws OutputException when the sink cannot keep the response
   * @throws InterruptedException when the thread was interrupted while it waited
   */
  Exchange exchange(Request request, ResponseSink sink) throws InterruptedException;

  /**
   * Ends what is in flight, with a problem of kind {@code cancelled}, and all that comes later at
   * once. May be called by any thread, more than once.
   */
  void cancel();

  /** Gives back connections and threads. */
  @Override
  void close();
}
