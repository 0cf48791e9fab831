package dev.dicomwebdump.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/**
 * Ends a run in order when the process is asked to end: it lets requests in flight end, then the
 * run closes its books. After Ctrl-C they may take their time, and a second Ctrl-C ends the process
 * at once; after SIGTERM and SIGHUP they have a few seconds. The exit codes are 130, 143 and 129.
 *
 * <p>The signals are heard by JLine, since Java itself, once it began to end, ignores a second one;
 * see ADR 12.
 */
final class Interrupts {

  /** So that the books are closed before the ten seconds are over that Docker grants. */
  static final Duration PATIENCE = Duration.ofSeconds(8);

  /** timeout(1) and others send a signal twice: that is no second Ctrl-C. */
  private static final Duration TWICE = Duration.ofMillis(500);

  private final Runnable windDown;
  private final Runnable interrupt;
  private final Consumer<String> user;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicLong firstHeard = new AtomicLong();
  private volatile String toSay = "asked to end: requests in flight end";
  private final Thread hook = new Thread(this::endInOrder, "interrupt");
  private final List<Runnable> undo = new ArrayList<>();

  /**
   * @param windDown lets the run end as soon as the requests have ended that are in flight
   * @param interrupt ends these, too
   * @param user hears what comes of a first signal
   */
  Interrupts(Runnable windDown, Runnable interrupt, Consumer<String> user) {
    this.windDown = windDown;
    this.interrupt = interrupt;
    this.user = user;
    hookIn();
    hear("INT", this::pressed);
    hear("TERM", () -> asked(143));
    hear("HUP", () -> asked(129));
  }

  /** The run has ended, and all that is to be said is said. */
  void close() {
    ended.countDown();
    undo.forEach(Runnable::run);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The process is ending: the hook is what waited for this.
    }
  }

  private void hookIn() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      windDown.run(); // The process was asked to end before.
    }
  }

  private void hear(String signal, Runnable action) {
    Object before = Signals.register(signal, action);
    undo.add(() -> Signals.unregister(signal, before));
  }

  private void pressed() {
    if (isFirst()) {
      end(130, "interrupted: requests in flight end; press Ctrl-C again to end at once");
    } else if (System.nanoTime() - firstHeard.get() > TWICE.toNanos()) {
      Runtime.getRuntime().halt(130);
    }
  }

  private void asked(int exitCode) {
    Thread limit = new Thread(this::cancelWhenLate, "interrupt-limit");
    limit.setDaemon(true);
    limit.start();
    if (isFirst()) {
      end(
          exitCode,
          "asked to end: requests in flight have " + PATIENCE.toSeconds() + " s to come to theirs");
    }
  }

  private void end(int exitCode, String message) {
    toSay = message;
    Runtime.getRuntime().exit(exitCode);
  }

  private boolean isFirst() {
    return firstHeard.compareAndSet(0, System.nanoTime());
  }

  /** Java's exit waits for this. What is said is true by then: nothing more is asked for. */
  private void endInOrder() {
    windDown.run();
    user.accept(toSay);
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void cancelWhenLate() {
    try {
      if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        interrupt.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
