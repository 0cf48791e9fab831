package dev.dicomwebdump.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Ends a run in order when the process is asked to end (Ctrl-C, SIGTERM). The exit code is then the
 * Java runtime's: 130 or 143.
 */
final class Interrupts {

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  Interrupts(Runnable interrupt) {
    hook =
        new Thread(
            () -> {
              interrupt.run();
              awaitEnd();
            },
            "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The run has ended, and all that is to be said is said. */
  void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The process is ending: the hook is what waited for this.
    }
  }

  private void awaitEnd() {
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
