package dev.dicomwebdump.fetch;

/**
 * The highest limit worth trying: lower for some thousand answers after the server refused more.
 * Each refusal may cost a pause, so a limit that was refused must not be tried again soon.
 */
final class Ceiling {

  private static final int LONGEST = 32_000;

  private final int most;
  private int highest;
  private int proven;
  private int patience = 2000;
  private int answers;

  /**
   * @param most the highest there is; 1 or more
   */
  Ceiling(int most) {
    this.most = most;
    this.highest = most;
  }

  int highest() {
    return highest;
  }

  /** A round at the limit came to its end: what is refused there later has other reasons. */
  void proved(int limit) {
    proven = Math.max(proven, limit);
  }

  /** The server refused so many. */
  void refused(int limit) {
    if (limit > proven) {
      highest = Math.max(1, limit * 3 / 4);
      patience = Math.min(LONGEST, 2 * patience);
    }
    proven = 0;
    answers = 0;
  }

  /** An answer that refuses nothing. */
  void answered() {
    answers++;
    if (answers >= patience) {
      highest = Math.min(most, highest + Math.max(1, highest / 8));
      answers = 0;
    }
  }
}
