package dev.dicomwebdump.fetch;

/**
 * Which limit is tried next: up or down, in steps that become smaller while none pays and larger
 * when one did. When not even the smallest paid, in neither direction, it rests, longer each time.
 */
final class Course {

  private static final int SMALLEST_STEP = 4;
  private static final int LONGEST_REST = 16;

  private boolean up = true;
  private int divisor = 1;
  private int failures;
  private int rest;
  private int nextRest = 1;

  /**
   * The limit to be tried now.
   *
   * @param held the limit that it is compared with; it is the answer too when it is time to rest
   * @param highest the highest that may be tried
   */
  int next(int held, int highest) {
    while (rest == 0) {
      int limit = up ? Math.min(highest, held + Math.max(1, held / divisor)) : below(held);
      if (up ? limit > held : limit < held) {
        return limit;
      }
      failed();
    }
    rest--;
    return held;
  }

  /** One step down, to 1 at the lowest. From there one step up leads back. */
  int below(int held) {
    return Math.max(1, held - Math.max(1, held / (divisor + 1)));
  }

  /** What was tried is better. */
  void paid() {
    divisor = Math.max(1, divisor / 2);
    failures = 0;
    nextRest = 1;
  }

  /** What was tried is not better. */
  void failed() {
    up = !up;
    failures++;
    if (failures < 2) {
      return;
    }
    failures = 0;
    if (divisor < SMALLEST_STEP) {
      divisor *= 2;
    } else {
      rest = nextRest;
      nextRest = Math.min(LONGEST_REST, 2 * nextRest);
    }
  }

  /** All over again, because the server changed. */
  void begin(boolean upwards) {
    up = upwards;
    divisor = 1;
    failures = 0;
    rest = 0;
    nextRest = 1;
  }
}
