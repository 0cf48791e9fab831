package dev.dicomwebdump.report;

import java.time.Duration;

/** How long something took, many times, to the microsecond. For one thread. */
final class DurationTally {

  private final Distribution microseconds = new Distribution();

  void add(Duration took) {
    microseconds.add(took.toNanos() / 1000);
  }

  Percentiles percentiles() {
    return new Percentiles(
        microseconds.count(),
        at(50),
        at(90),
        at(99),
        at(99.9),
        duration(microseconds.max()),
        duration(microseconds.total() / Math.max(1, microseconds.count())));
  }

  private Duration at(double percentile) {
    return duration(microseconds.at(percentile));
  }

  private static Duration duration(long microseconds) {
    return Duration.ofNanos(microseconds * 1000);
  }
}
