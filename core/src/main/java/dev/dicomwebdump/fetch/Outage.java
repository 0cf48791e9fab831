package dev.dicomwebdump.fetch;

import dev.dicomwebdump.event.Event.HostPaused;
import dev.dicomwebdump.event.EventListener;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.exchange.Request;
import dev.dicomwebdump.transport.Transport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells a server that is gone from a resource that it cannot give, for all workers together, and
 * waits until it is back. When the {@link LifeSigns} leave a doubt, one worker makes the smallest
 * request again that has succeeded before: the probe. While that fails there is an outage: all
 * workers wait, and the probe is repeated with back-off, until there is a sign of life in answer.
 * Answers to other requests do not end it: they may have been on their way for long.
 *
 * <p>The request that failed is not itself the probe: a resource that always fails would make a
 * server seem gone that has all others. So nothing can be probed, and there is no outage, before
 * the first success. Safe for use by many threads.
 */
final class Outage {

  private static final BackOff BACK_OFF =
      new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  private final Duration longest;
  private final Transport transport;
  private final Waits waits;
  private final EventListener listener;
  private final LifeSigns signs = new LifeSigns();
  private @Nullable Doubt doubt;
  private @Nullable ServerGoneException gone;
  private boolean cancelled;

  /**
   * @param longest how long an outage may last; zero when none is to be waited for
   * @param transport makes the probes
   * @param listener hears of each wait
   */
  Outage(Duration longest, Transport transport, Waits waits, EventListener listener) {
    this.longest = longest;
    this.transport = transport;
    this.waits = waits;
    this.listener = listener;
  }

  /**
   * Waits while there is an outage, before a request is made.
   *
   * @throws ServerGoneException when it lasts too long, and ever after
   */
  synchronized void await() throws InterruptedException {
    throwIfGone();
    Doubt present = doubt;
    if (present != null && present.isOutage()) {
      awaitEndOf(present);
    }
  }

  /** Learns from what came of a request; says whether it is a sign of life. */
  synchronized boolean see(Request request, Exchange exchange) {
    return signs.see(request, exchange, waits.now());
  }

  /**
   * Clears up whether an outage made a request fail, and waits for its end.
   *
   * @param failed what came of the request
   * @param lastTry whether it would not be made again on its own account
   * @return whether there was an outage, so that the failure tells nothing of the resource
   * @throws ServerGoneException when the outage lasts too long
   */
  boolean outlasts(Exchange failed, boolean lastTry) throws InterruptedException {
    Request probe;
    Doubt own;
    synchronized (this) {
      throwIfGone();
      probe = signs.smallest();
      if (longest.isZero() || cancelled || probe == null) {
        return false;
      }
      boolean known = doubt != null && doubt.isOutage();
      if (!signs.leaveDoubt(failed, lastTry || known, waits.now())) {
        return false;
      }
      if (doubt != null) {
        return awaitEndOf(doubt);
      }
      own = new Doubt(signs.last());
      doubt = own;
    }
    return clearUp(own, probe);
  }

  /** Ends all waiting, now and later. */
  synchronized void cancel() {
    cancelled = true;
    settle();
  }

  private boolean clearUp(Doubt own, Request probe) throws InterruptedException {
    try {
      for (int failures = 0; own.isOpen(); failures++) {
        Exchange answer = transport.exchange(probe, UnheardSink.INSTANCE);
        if (see(probe, answer) || answer.failedBy(Problem.Kind.CANCELLED)) {
          break;
        }
        waits.sleep(pause(own, failures, answer), own.end());
      }
      return own.isOutage();
    } finally {
      leave(own);
    }
  }

  /** How long until the next probe; the last one goes out when the time is up. */
  private Duration pause(Doubt own, int failures, Exchange answer) {
    Duration lasted = own.failed(waits.now());
    Problem problem = answer.problem();
    String last = problem == null ? "no answer" : problem.message();
    if (lasted.compareTo(longest) >= 0) {
      throw giveUp(new ServerGoneException(own.since(), lasted, last));
    }
    Duration left = longest.minus(lasted);
    Duration next = BACK_OFF.after(failures);
    Duration pause = next.compareTo(left) < 0 ? next : left;
    Instant since = own.since().truncatedTo(ChronoUnit.SECONDS);
    listener.on(new HostPaused(pause, "the server is gone since " + since + ": " + last));
    return pause;
  }

  private synchronized ServerGoneException giveUp(ServerGoneException e) {
    gone = e;
    return e;
  }

  /** Who waits for it must not wait for ever for one who was interrupted. */
  private synchronized void leave(Doubt own) {
    if (doubt == own) {
      settle();
    }
  }

  private void settle() {
    if (doubt != null) {
      doubt.settle();
      doubt = null;
      notifyAll();
    }
  }

  private boolean awaitEndOf(Doubt present) throws InterruptedException {
    while (present.isOpen()) {
      wait();
    }
    throwIfGone();
    return present.isOutage();
  }

  private void throwIfGone() {
    if (gone != null) {
      throw gone;
    }
  }
}
