package dev.dicomwebdump.stress;

/**
 * When a run takes place, by its clock.
 *
 * @param begin when the first request may begin
 * @param measured from when on they are measured
 * @param end when no more begin
 */
record Window(long begin, long measured, long end) {

  /** The window of a load that begins then. */
  static Window of(Load load, long begin) {
    long measured = begin + load.warmup().toNanos();
    return new Window(begin, measured, measured + load.duration().toNanos());
  }

  /** Whether a request that was due then is measured. */
  boolean measures(long due) {
    return due - measured >= 0;
  }

  /** Whether no more requests begin. */
  boolean isOver(long now) {
    return now - end >= 0;
  }
}
