package dev.dicomwebdump.fetch;

import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server was last heard of, and which failures may mean that it is gone.
 *
 * <p>Every answer is a sign of life but a 5xx and a body that broke off; 501, 505, and a 503 that
 * tells when to come back, are signs of life too. Not safe for use by several threads.
 */
final class LifeSigns {

  private static final Duration SILENCE = Duration.ofSeconds(30);

  private Instant last = Instant.MIN;
  private @Nullable Request smallest;
  private long smallestBytes = Long.MAX_VALUE;

  /** Learns from what came of a request, and says whether it is a sign of life. */
  boolean see(Request request, Exchange exchange, Instant now) {
    if (!isOne(exchange)) {
      return false;
    }
    last = now;
    if (exchange.problem() == null && exchange.bodyBytes() < smallestBytes) {
      smallest = request;
      smallestBytes = exchange.bodyBytes();
    }
    return true;
  }

  /** When the last one came; {@link Instant#MIN} before the first. */
  Instant last() {
    return last;
  }

  /** The request that took the fewest bytes of all that succeeded; null while none has. */
  @Nullable Request smallest() {
    return smallest;
  }

  /**
   * Whether a failure may be the server's and not the resource's: when it was the last try, or when
   * there was no sign of life for 30 s. A 500 is mostly the resource's, so that it counts in the
   * latter case only.
   */
  boolean leaveDoubt(Exchange failed, boolean lastTry, Instant now) {
    Remedy remedy = Remedy.of(failed);
    boolean mayBeServers = remedy == Remedy.RETRY || remedy == Remedy.REPEAT_ONCE;
    if (!mayBeServers || isOne(failed)) {
      return false;
    }
    boolean silent = !last.plus(SILENCE).isAfter(now);
    return silent || (lastTry && remedy == Remedy.RETRY);
  }

  private static boolean isOne(Exchange exchange) {
    if (exchange.response() == null || exchange.failedBy(Problem.Kind.CANCELLED)) {
      return false;
    }
    return exchange.status() == 408
        || switch (Remedy.of(exchange)) {
          case NONE, PAUSE -> true;
          case RETRY, REPEAT_ONCE -> false;
        };
  }
}
