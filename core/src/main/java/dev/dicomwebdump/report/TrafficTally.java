package dev.dicomwebdump.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What all exchanges come to. For one thread. */
final class TrafficTally {

  private long requests;
  private long bytes;
  private long failures;
  private long retries;
  private long redirects;
  private long acceptSteps;
  private @Nullable Instant started;
  private @Nullable Instant ended;

  void add(Told told) {
    requests++;
    bytes += told.exchange().bodyBytes();
    failures += told.problem() == null ? 0 : 1;
    if (told.next() != null) {
      switch (told.next()) {
        case RETRY -> retries++;
        case REDIRECT -> redirects++;
        case ACCEPT_STEP -> acceptSteps++;
      }
    }
    addTime(told.exchange().started(), told.exchange().timings().total());
  }

  private void addTime(Instant from, Duration took) {
    Instant to = from.plus(took);
    started = started == null || from.isBefore(started) ? from : started;
    ended = ended == null || to.isAfter(ended) ? to : ended;
  }

  long requests() {
    return requests;
  }

  long bytes() {
    return bytes;
  }

  TrafficFigures figures(Duration busy) {
    return new TrafficFigures(
        requests, bytes, failures, retries, redirects, acceptSteps, started, ended, busy);
  }
}
