package dev.dicomwebdump.testkit.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Counts the requests that came and are not being answered yet, and holds answers. Thread-safe. */
final class InFlight {
  private final List<Hold> holds = new ArrayList<>();
  private int now;
  private int greatest;

  private record Hold(RequestMatch match, CountDownLatch missing) {}

  synchronized int greatest() {
    return greatest;
  }

  synchronized void hold(RequestMatch match, int requests) {
    holds.add(new Hold(match, new CountDownLatch(requests)));
  }

  /** A request came. Returns when it may be answered. */
  void enter(ReceivedRequest request, Duration patience) throws InterruptedException {
    for (Hold hold : arrived(request)) {
      hold.missing.countDown();
      boolean met = hold.missing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!met) {
        release(hold);
      }
    }
  }

  /** Its answer begins. */
  synchronized void leave() {
    now--;
  }

  synchronized void releaseAll() {
    holds.forEach(InFlight::release);
  }

  private synchronized List<Hold> arrived(ReceivedRequest request) {
    greatest = Math.max(greatest, ++now);
    return holds.stream().filter(hold -> hold.match.matches(request)).toList();
  }

  private static void release(Hold hold) {
    while (hold.missing.getCount() > 0) {
      hold.missing.countDown();
    }
  }
}
