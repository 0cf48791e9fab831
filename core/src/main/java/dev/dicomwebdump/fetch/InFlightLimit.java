package dev.dicomwebdump.fetch;

/**
 * How many requests may be in flight: halved when the server asks for less, one more again after as
 * many answers as are allowed at once. Not safe for use by several threads.
 */
final class InFlightLimit {

  private final int most;
  private int allowed;
  private int answers;

  InFlightLimit(int most) {
    this.most = most;
    this.allowed = most;
  }

  int allowed() {
    return allowed;
  }

  void halve() {
    allowed = Math.max(1, allowed / 2);
    answers = 0;
  }

  void recover() {
    answers++;
    if (answers >= allowed) {
      allowed = Math.min(most, allowed + 1);
      answers = 0;
    }
  }
}
