package dev.dicomwebdump.report.page;

import dev.dicomwebdump.report.Percentiles;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Draws percentiles as a bar from p50 to p99 and a line on to the longest, on one logarithmic scale
 * for all bars of a table. The numbers stand beside it, so that it says nothing to who cannot see.
 */
final class RangeBar {

  private static final int WIDTH = 160;
  private static final int HEIGHT = 12;

  private final double least;
  private final double greatest;

  private RangeBar(double least, double greatest) {
    this.least = least;
    this.greatest = greatest;
  }

  /** Bars on the scale of all of them. */
  static RangeBar over(List<Percentiles> all) {
    return new RangeBar(
        logarithms(all, Percentiles::p50).min().orElse(0),
        logarithms(all, Percentiles::max).max().orElse(0));
  }

  private static DoubleStream logarithms(
      List<Percentiles> all, Function<Percentiles, Duration> part) {
    return all.stream().mapToDouble(times -> logarithm(part.apply(times)));
  }

  /** Less than a microsecond is one. */
  private static double logarithm(Duration time) {
    return Math.log10((double) Math.max(1000, time.toNanos()));
  }

  void write(Html html, Percentiles times) {
    html.open(
        "svg",
        "class",
        "range",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "width",
        String.valueOf(WIDTH),
        "height",
        String.valueOf(HEIGHT),
        "aria-hidden",
        "true");
    rectangle(html, "tail", times.p50(), times.max(), 5, 2);
    rectangle(html, "body", times.p50(), times.p99(), 2, 8);
    rectangle(html, "end", times.max(), times.max(), 1, 10);
    html.close("svg");
  }

  private void rectangle(Html html, String css, Duration from, Duration to, int top, int height) {
    double left = place(from);
    html.open(
            "rect",
            "class",
            css,
            "x",
            decimal(left),
            "width",
            decimal(Math.max(2, place(to) - left)),
            "y",
            String.valueOf(top),
            "height",
            String.valueOf(height))
        .close("rect");
  }

  private double place(Duration time) {
    double scale = Math.max(1e-9, greatest - least);
    return (logarithm(time) - least) / scale * (WIDTH - 2);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
