package dev.dicomwebdump.transport;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the exchanges in flight to their limits, all with one thread, which looks at them ten times
 * within the shortest limit. A limit on a socket would cost two more system calls for each read.
 * Safe for use by many threads.
 */
final class Watchdog {

  private static final long SHORTEST_TICK = 10;
  private static final long LONGEST_TICK = 1000;

  private final Set<Guard> inFlight = ConcurrentHashMap.newKeySet();
  private final long tickMillis;
  private final Runnable eachTick;
  private @Nullable Thread thread;
  private volatile boolean cancelled;

  /**
   * @param eachTick what else is to be looked after
   */
  Watchdog(TransportSettings settings, Runnable eachTick) {
    this.eachTick = eachTick;
    tickMillis =
        Stream.of(
                settings.connectTimeout(),
                settings.firstByteTimeout(),
                settings.idleTimeout(),
                Objects.requireNonNullElse(settings.maxTime(), Duration.ZERO))
            .filter(limit -> !limit.isZero())
            .mapToLong(limit -> Math.max(SHORTEST_TICK, limit.toMillis() / 10))
            .reduce(LONGEST_TICK, Math::min);
  }

  /** Watches an exchange until its {@link #leave}. */
  void enter(Guard guard) {
    startOnce();
    inFlight.add(guard);
    if (cancelled) {
      guard.end(Guard.End.CANCELLED);
    }
  }

  void leave(Guard guard) {
    inFlight.remove(guard);
  }

  /** Ends what is in flight, and all that comes later. */
  void cancel() {
    cancelled = true;
    inFlight.forEach(guard -> guard.end(Guard.End.CANCELLED));
  }

  /** Ends the thread. */
  synchronized void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private synchronized void startOnce() {
    if (thread == null) {
      thread = new Thread(this::watch, "http-limits");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(tickMillis);
        inFlight.forEach(Guard::check);
        eachTick.run();
      }
    } catch (InterruptedException e) {
      return; // The transport is closed: nothing is in flight, nor will be.
    }
  }
}
