package dev.dicomwebdump.transport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Over how many HTTP/2 connections requests are spread. A server sends no more on a connection than
 * its window until it hears that this came (RFC 9113 section 5.2): where that takes long, one
 * connection does not fill a fast line. Nearby, each costs work and gains nothing. How long it
 * takes is at most the shortest wait for a response. Safe for use by many threads.
 */
final class Spread {

  /** OkHttp's window carries some 400 MB a second at this distance. */
  private static final Duration LONG = Duration.ofMillis(20);

  private static final int MOST_UNTOLD = 4;

  private final int fewest;
  private final int most;
  private final AtomicLong shortestNanos = new AtomicLong(Long.MAX_VALUE);

  private Spread(int fewest, int most) {
    this.fewest = fewest;
    this.most = most;
  }

  /** As told; untold, by the waits, and no more than requests are in flight. */
  static Spread of(TransportSettings settings) {
    Integer told = settings.http2Connections();
    return told == null
        ? new Spread(1, Math.max(1, Math.min(MOST_UNTOLD, settings.connections())))
        : new Spread(told, told);
  }

  /** The most that there can be. */
  int most() {
    return most;
  }

  /** How many to use now. */
  int connections() {
    long shortest = shortestNanos.get();
    boolean isFar = shortest != Long.MAX_VALUE && shortest >= LONG.toNanos();
    return isFar ? most : fewest;
  }

  /**
   * @param wait from a request's end to the first byte of its response; null when none came
   */
  void waited(@Nullable Duration wait) {
    if (wait != null) {
      shortestNanos.accumulateAndGet(wait.toNanos(), Math::min);
    }
  }
}
