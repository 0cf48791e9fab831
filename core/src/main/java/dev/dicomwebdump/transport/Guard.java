package dev.dicomwebdump.transport;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ends one exchange from outside, by closing its socket: when it is cancelled, and when a limit
 * passes. The thread that waits on the socket then gets an exception, and learns here why.
 */
final class Guard {

  /** Why an exchange was ended. */
  enum End {
    CANCELLED,
    /** The limit of the present phase passed. */
    PHASE,
    /** The limit of the whole exchange passed. */
    WHOLE
  }

  private static final long NONE = Long.MAX_VALUE;

  private final long begun = System.nanoTime();
  private final long whole;
  private volatile long due = NONE;
  private long each = NONE;
  private @Nullable Closeable socket;
  private @Nullable End end;
  private boolean over;

  /**
   * @param whole the limit for the whole exchange; null or zero for none
   */
  Guard(@Nullable Duration whole) {
    this.whole = whole == null ? NONE : nanos(whole);
  }

  /** From now on that limit holds, for all waits together; zero is none. */
  void limit(Duration limit) {
    each = NONE;
    due = after(nanos(limit));
  }

  /** From now on that limit holds for each wait; zero is none. */
  void limitEach(Duration limit) {
    each = nanos(limit);
    due = NONE;
  }

  /** A wait begins. */
  void waits() {
    if (each != NONE) {
      due = after(each);
    }
  }

  /** A wait has ended. */
  void waited() {
    if (each != NONE) {
      due = NONE;
    }
  }

  /** That is the socket to close; at once when the exchange has been ended already. */
  synchronized void watch(Closeable watched) {
    socket = watched;
    if (end != null) {
      close(watched);
    }
  }

  /** Ends the exchange, unless it is over. */
  synchronized void end(End why) {
    if (end == null && !over) {
      end = why;
      if (socket != null) {
        close(socket);
      }
    }
  }

  /** Ends the exchange when a limit has passed. */
  void check() {
    long now = System.nanoTime() - begun;
    if (now >= whole) {
      end(End.WHOLE);
    } else if (now >= due) {
      end(End.PHASE);
    }
  }

  /**
   * The exchange is over, and its socket for others: nothing ends it any more.
   *
   * @return whether nothing has ended it before
   */
  synchronized boolean release() {
    over = true;
    socket = null;
    return end == null;
  }

  /** Why the exchange was ended; null when it was not. */
  synchronized @Nullable End ended() {
    return end;
  }

  private long after(long nanos) {
    return nanos == NONE ? NONE : System.nanoTime() - begun + nanos;
  }

  private static long nanos(Duration limit) {
    return limit.isZero() ? NONE : limit.toNanos();
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      return; // It is closed all the same, and of no use to anybody.
    }
  }
}
