package dev.dicomwebdump.dump;

/**
 * How many frames one request asks for. Some servers take no lists of frames, and are asked for one
 * by one when three lists in a row were not answered as they should be. Safe for use by many
 * threads at once.
 */
final class BatchSize {

  private static final int ENOUGH = 3;

  private final int wanted;
  private int refusals;

  BatchSize(int wanted) {
    this.wanted = wanted;
  }

  /** The most frames of one request now. */
  synchronized int most() {
    return refusals < ENOUGH ? wanted : 1;
  }

  synchronized void taken() {
    refusals = 0;
  }

  synchronized void refused() {
    refusals++;
  }
}
