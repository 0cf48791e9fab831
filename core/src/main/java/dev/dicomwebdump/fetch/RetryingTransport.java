package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Peer;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.exchange.ResponseSink;
import dev.dicomwebdump.transport.Transport;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Makes a request again when that may help: see {@link Remedy}. One for each resource, since it
 * remembers how long the server made that wait; used by one thread at a time.
 */
final class RetryingTransport extends TransportDecorator {

  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30));

  /** A pool may hold several connections that the server has closed meanwhile. */
  static final int MOST_DEAD_CONNECTIONS = 16;

  private final int retries;
  private final Duration maxWait;
  private final HostPace pace;
  private final Outage outage;
  private final DoubleSupplier jitter;
  private Duration waited = Duration.ZERO;
  private boolean repeated;

  /**
   * @param retries the most retries of one request
   * @param maxWait how long the server may ask for a pause before that counts as retries
   * @param jitter gives numbers from 0 to 1, by chance
   */
  RetryingTransport(
      Transport inner,
      int retries,
      Duration maxWait,
      HostPace pace,
      Outage outage,
      DoubleSupplier jitter) {
    super(inner);
    this.retries = retries;
    this.maxWait = maxWait;
    this.pace = pace;
    this.outage = outage;
    this.jitter = jitter;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ServerAsksToWaitException when the server asks for a longer pause than is allowed
   * @throws ServerGoneException when an outage lasts too long
   */
  @Override
  public Exchange exchange(Request request, ResponseSink sink) throws InterruptedException {
    Attempts attempts = new Attempts();
    Exchange last = inner.exchange(request, sink);
    while (attempts.another(last)) {
      last = inner.exchange(request, sink).after(last);
    }
    return last;
  }

  /** The attempts at one request. */
  private final class Attempts {
    private int retried;
    private int deadConnections;
    private int outages;

    /** Waits as long as is due and says whether to try again. */
    boolean another(Exchange last) throws InterruptedException {
      if (metDeadConnection(last) && deadConnections < MOST_DEAD_CONNECTIONS) {
        deadConnections++;
        return true;
      }
      deadConnections = 0;
      if (outlastsOutage(last)) {
        return true;
      }
      return switch (Remedy.of(last)) {
        case NONE -> false;
        case REPEAT_ONCE -> repeat();
        case RETRY -> retry();
        case PAUSE -> pause();
      };
    }

    /** A request that brings the server down each time must not be made for ever. */
    private boolean outlastsOutage(Exchange last) throws InterruptedException {
      if (outages > retries || !outage.outlasts(last, retried >= retries)) {
        return false;
      }
      outages++;
      repeated = false;
      return true;
    }

    private boolean repeat() throws InterruptedException {
      boolean first = !repeated;
      repeated = true;
      return first && retry();
    }

    private boolean retry() throws InterruptedException {
      boolean more = retried < retries;
      if (more) {
        double most = BACK_OFF.after(retried).toNanos();
        pace.rest(Duration.ofNanos((long) (most * jitter.getAsDouble())));
        retried++;
      }
      return more;
    }

    /** The host is paused already: the next request waits by itself. */
    private boolean pause() {
      Duration left = pace.pauseLeft();
      if (left.compareTo(maxWait) > 0) {
        throw new ServerAsksToWaitException(pace.pausedUntil());
      }
      if (waited.plus(left).compareTo(maxWait) <= 0) {
        waited = waited.plus(left);
        return true;
      }
      retried++;
      return retried <= retries;
    }
  }

  /** Whether the server had closed the connection before: that is no failure of the request. */
  static boolean metDeadConnection(Exchange exchange) {
    Peer peer = exchange.peer();
    return exchange.failedBy(Problem.Kind.CONNECT)
        && exchange.response() == null
        && peer != null
        && peer.reused();
  }
}
