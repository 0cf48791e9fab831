package dev.dicomwebdump.stress;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.resource.ResourceKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Counts what a run measures. Safe for use by many threads. */
final class Tally {

  private final Window window;
  private final Map<ResourceKind, KindTally> kinds = new EnumMap<>(ResourceKind.class);
  private final Histogram overslept = Latencies.histogram();
  private int inFlight;
  private long requests;
  private long failed;
  private long bytes;
  private long busy;
  private long between;
  private long lastEnd;
  private long warmup;
  private long unfinished;
  private long heldUp;
  private long longestHeldUp;

  /**
   * The counts at one time.
   *
   * @param requests how many measured requests are over
   * @param failed how many of them failed
   * @param bytes of their bodies
   * @param inFlight how many requests are in flight
   */
  record Counts(long requests, long failed, long bytes, int inFlight) {}

  Tally(Window window) {
    this.window = window;
    this.lastEnd = window.measured();
  }

  /**
   * A request begins.
   *
   * @param sinceLast how long after its worker's last one was over, in nanoseconds; 0 for the first
   */
  synchronized void begun(Turn turn, long sinceLast) {
    inFlight++;
    if (!window.measures(turn.due())) {
      return;
    }
    between += sinceLast;
    if (turn.heldUp() > 0) {
      heldUp++;
      longestHeldUp = Math.max(longestHeldUp, turn.heldUp());
    } else {
      Latencies.record(overslept, turn.overslept());
    }
  }

  /** A request is over. One that was broken off by this program says nothing of the server. */
  synchronized void ended(Measurement measured) {
    inFlight--;
    boolean brokenOff =
        measured.problem() != null && measured.problem().kind() == Problem.Kind.CANCELLED;
    if (!window.measures(measured.due())) {
      warmup++;
    } else if (brokenOff) {
      unfinished++;
    } else {
      add(measured);
    }
  }

  private void add(Measurement measured) {
    kinds.computeIfAbsent(measured.kind(), kind -> new KindTally()).add(measured);
    requests++;
    failed += measured.problem() == null ? 0 : 1;
    bytes += measured.bytes();
    busy += measured.end() - measured.due();
    lastEnd = Math.max(lastEnd, measured.end());
  }

  synchronized Counts counts() {
    return new Counts(requests, failed, bytes, inFlight);
  }

  /** What was measured of each kind since this was asked for last. */
  synchronized Map<ResourceKind, Histogram> takeInterval() {
    Map<ResourceKind, Histogram> taken = new EnumMap<>(ResourceKind.class);
    kinds.forEach((kind, tally) -> taken.put(kind, tally.takeInterval()));
    return taken;
  }

  synchronized Map<ResourceKind, KindFigures> figures() {
    Map<ResourceKind, KindFigures> figures = new EnumMap<>(ResourceKind.class);
    kinds.forEach((kind, tally) -> figures.put(kind, tally.figures()));
    return figures;
  }

  synchronized Lateness lateness(long neverBegun) {
    return new Lateness(
        heldUp, Duration.ofNanos(longestHeldUp), Latencies.of(overslept), neverBegun);
  }

  /** How long all measured requests together took, in nanoseconds. */
  synchronized long busy() {
    return busy;
  }

  /** Which share of their time workers spent between requests. */
  synchronized double ownWork() {
    return busy + between == 0 ? 0 : (double) between / (busy + between);
  }

  /** When the last measured request was over. */
  synchronized long lastEnd() {
    return lastEnd;
  }

  /** How many requests were over that were not measured. */
  synchronized long warmup() {
    return warmup;
  }

  /** How many requests this program broke off. */
  synchronized long unfinished() {
    return unfinished;
  }
}
