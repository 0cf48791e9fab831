package dev.dicomwebdump.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A clock that stands still, except that waiting moves it on at once. For one thread. */
final class FakeWaits implements Waits {

  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  final List<Duration> slept = new ArrayList<>();
  private Instant now = START;

  @Override
  public Instant now() {
    return now;
  }

  void pass(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public boolean sleep(Duration duration, CountDownLatch end) {
    slept.add(duration);
    now = now.plus(duration);
    return end.getCount() == 0;
  }
}
