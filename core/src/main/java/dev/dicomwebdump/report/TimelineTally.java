package dev.dicomwebdump.report;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what happened when, in bounded memory: where there would be too many buckets, each two
 * that follow each other become one. Times are microseconds since 1970. For one thread.
 */
final class TimelineTally {

  private static final long FINEST = 10_000;

  private Map<Long, Slot> slots = new HashMap<>();
  private long width = FINEST;

  void add(Told told) {
    long start = ChronoUnit.MICROS.between(Instant.EPOCH, told.exchange().started());
    long end = start + microseconds(told.exchange().timings().total());
    while (index(end) - index(start) >= Timeline.MOST_BUCKETS) {
      coarsen();
    }
    for (long at = index(start); at <= index(end); at++) {
      slot(at).add(Math.max(start, at * width), Math.min(end, (at + 1) * width));
    }
    slot(index(end)).end(told.problem() != null);
    addBytes(told.exchange().bodyBytes(), end - receiving(told), end);
    while (slots.size() > Timeline.MOST_BUCKETS) {
      coarsen();
    }
  }

  Timeline timeline() {
    return new Timeline(
        duration(width),
        slots.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(slot -> slot.getValue().bucket(slot.getKey() * width, width))
            .toList());
  }

  /** For how long something was in flight; what is idle within a bucket counts as busy. */
  Duration busy() {
    return duration(slots.values().stream().mapToLong(slot -> slot.to - slot.from).sum());
  }

  /** Spreads bytes evenly, so that they add up. */
  private void addBytes(long bytes, long from, long to) {
    long told = 0;
    for (long at = index(from); at <= index(to); at++) {
      double part = to == from ? 1 : (double) (Math.min(to, (at + 1) * width) - from) / (to - from);
      long untilNow = at == index(to) ? bytes : Math.round(bytes * part);
      slot(at).bytes += untilNow - told;
      told = untilNow;
    }
  }

  private void coarsen() {
    Map<Long, Slot> merged = new HashMap<>();
    slots.forEach((at, slot) -> merged.merge(Math.floorDiv(at, 2L), slot, Slot::plus));
    slots = merged;
    width *= 2;
  }

  private long index(long time) {
    return Math.floorDiv(time, width);
  }

  private Slot slot(long at) {
    return slots.computeIfAbsent(at, index -> new Slot());
  }

  private static long receiving(Told told) {
    Duration receive = told.exchange().timings().receive();
    return receive == null ? 0 : microseconds(receive);
  }

  private static long microseconds(Duration duration) {
    return duration.toNanos() / 1000;
  }

  private static Duration duration(long microseconds) {
    return Duration.of(microseconds, ChronoUnit.MICROS);
  }

  private static final class Slot {
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private long inFlight;
    private long requests;
    private long failures;
    private long bytes;

    void add(long start, long end) {
      from = Math.min(from, start);
      to = Math.max(to, end);
      inFlight += end - start;
    }

    void end(boolean failed) {
      requests++;
      failures += failed ? 1 : 0;
    }

    Slot plus(Slot other) {
      from = Math.min(from, other.from);
      to = Math.max(to, other.to);
      inFlight += other.inFlight;
      requests += other.requests;
      failures += other.failures;
      bytes += other.bytes;
      return this;
    }

    Timeline.Bucket bucket(long start, long width) {
      return new Timeline.Bucket(
          Instant.EPOCH.plus(start, ChronoUnit.MICROS),
          requests,
          failures,
          bytes,
          (double) inFlight / width);
    }
  }
}
