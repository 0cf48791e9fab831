package dev.dicomwebdump.benchmarks.result;

import java.util.Locale;

/**
 * A work of a run beside the same of the baseline.
 *
 * @param now our wall time as a multiple of curl's
 * @param before what it was then
 * @param isWorse whether it grew by over the margin
 */
public record Comparison(String work, double now, double before, boolean isWorse) {

  static Comparison of(String work, double now, double before, double margin) {
    return new Comparison(work, now, before, now > before * (1 + margin));
  }

  /** In a line. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%s: %.2f times curl, was %.2f%s",
        work,
        now,
        before,
        isWorse ? ": worse" : "");
  }
}
