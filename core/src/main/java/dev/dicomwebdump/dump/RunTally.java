package dev.dicomwebdump.dump;

import dev.dicomwebdump.archive.Latency;
import dev.dicomwebdump.archive.RunState;
import dev.dicomwebdump.archive.Unmatched;
import dev.dicomwebdump.exchange.Exchange;
import dev.dicomwebdump.exchange.Repetition;
import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Counts the requests of a run. Safe for use by many threads at once. */
final class RunTally {

  private static final int SIGNIFICANT_DIGITS = 3;

  private final Instant started;
  private final Map<ResourceKind, Histogram> latencies = new EnumMap<>(ResourceKind.class);
  private long requests;
  private long bytes;
  private long retries;
  private long redirects;
  private long acceptSteps;
  private long kept;

  RunTally(Instant started) {
    this.started = started;
  }

  /** Counts an exchange and all that came before it. */
  synchronized void add(ResourceKind kind, Exchange exchange) {
    Exchange before = null;
    for (Exchange earlier : exchange.earlier()) {
      addOne(kind, before, earlier);
      before = earlier;
    }
    addOne(kind, before, exchange);
  }

  /** Counts a resource that an earlier run had. */
  synchronized void kept() {
    kept++;
  }

  /**
   * What the run did, ended now.
   *
   * @param concurrency how many requests might be in flight at its end
   * @param unmatched the words of the selection that brought nothing
   */
  synchronized RunState state(
      RunOptions options, Ending ending, int concurrency, List<Unmatched> unmatched) {
    Map<ResourceKind, Latency> latency = new EnumMap<>(ResourceKind.class);
    latencies.forEach((kind, histogram) -> latency.put(kind, latency(histogram)));
    return new RunState(
        started,
        Instant.now(),
        options.shown(),
        ending.end(),
        ending.message(),
        requests,
        bytes,
        retries,
        redirects,
        acceptSteps,
        kept,
        concurrency,
        unmatched,
        latency);
  }

  private void addOne(ResourceKind kind, @Nullable Exchange before, Exchange exchange) {
    requests++;
    bytes += exchange.bodyBytes();
    if (before != null) {
      addReason(Repetition.of(before, exchange));
    }
    if (exchange.response() != null) {
      latencies
          .computeIfAbsent(kind, key -> new Histogram(SIGNIFICANT_DIGITS))
          .recordValue(Math.max(0, exchange.timings().total().toNanos() / 1000));
    }
  }

  private void addReason(Repetition reason) {
    switch (reason) {
      case REDIRECT -> redirects++;
      case ACCEPT_STEP -> acceptSteps++;
      case RETRY -> retries++;
    }
  }

  private static Latency latency(Histogram microseconds) {
    return new Latency(
        microseconds.getTotalCount(),
        at(microseconds, 50),
        at(microseconds, 90),
        at(microseconds, 99),
        Duration.ofNanos(microseconds.getMaxValue() * 1000));
  }

  private static Duration at(Histogram microseconds, double percentile) {
    return Duration.ofNanos(microseconds.getValueAtPercentile(percentile) * 1000);
  }
}
