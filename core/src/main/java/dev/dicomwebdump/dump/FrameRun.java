package dev.dicomwebdump.dump;

import dev.dicomwebdump.exchange.Exchange;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many frames of one instance failed one after another. Safe for use by many threads at once.
 */
final class FrameRun {

  /** After so many, the frames that follow are not asked for. */
  static final int MOST_FAILURES = 2000;

  private final AtomicInteger failures = new AtomicInteger();

  /** A frame was asked for. Where no response came at all, that says nothing of the instance. */
  void add(Exchange exchange) {
    if (exchange.problem() == null) {
      failures.set(0);
    } else if (exchange.response() != null) {
      failures.incrementAndGet();
    }
  }

  boolean isHopeless() {
    return failures.get() >= MOST_FAILURES;
  }
}
