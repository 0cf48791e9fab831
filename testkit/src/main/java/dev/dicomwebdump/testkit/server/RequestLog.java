package dev.dicomwebdump.testkit.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The requests that came, in order. Thread-safe. */
final class RequestLog {
  private final List<ReceivedRequest> requests = new ArrayList<>();

  synchronized void add(ReceivedRequest request) {
    requests.add(request);
    notifyAll();
  }

  synchronized List<ReceivedRequest> all() {
    return List.copyOf(requests);
  }

  synchronized void clear() {
    requests.clear();
  }

  /** Waits until so many such requests have come. */
  synchronized void await(RequestMatch match, int count, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (requests.stream().filter(match::matches).count() < count) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new IllegalStateException("not " + count + " such requests among " + requests);
      }
      wait(left);
    }
  }
}
