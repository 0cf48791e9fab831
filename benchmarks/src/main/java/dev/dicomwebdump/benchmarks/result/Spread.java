package dev.dicomwebdump.benchmarks.result;

import java.util.List;
import java.util.Locale;

/** The middle and the ends of some figures. */
record Spread(double median, double least, double most) {

  /**
   * Of at least one.
   *
   * @throws IllegalArgumentException where there is none
   */
  static Spread of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures, no median");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    int half = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
  }

  /** Seconds: the median, then the ends in brackets. */
  String inSeconds() {
    return String.format(Locale.ROOT, "%s (%s–%s)", shown(median), shown(least), shown(most));
  }

  private static String shown(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f" : "%.1f", seconds);
  }
}
