package dev.dicomwebdump.stress;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a run must come to: {@code p99<200ms}, {@code frames.p99.9<=1s}, {@code errors<0.1%}, {@code
 * rate>100/s}. Immutable.
 */
public final class Expectation {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:([a-z][a-z0-9-]*)\\.)?(p[0-9]{1,2}(?:\\.[0-9]{1,4})?|max|mean|errors|rate)"
              + "\\s*([<>]=?)\\s*([0-9]{1,9}(?:\\.[0-9]{1,6})?)\\s*([a-z/%]*)");

  private static final Map<String, Double> TIMES =
      Map.of("us", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9);
  private static final Map<String, Double> RATES =
      Map.of("/s", 1.0, "/m", 1.0 / 60, "/h", 1.0 / 3600);
  private static final Map<String, Double> ERRORS = Map.of("", 1.0, "%", 1.0);

  private final String text;
  private final @Nullable KindName kind;
  private final String metric;
  private final String comparison;
  private final double limit;
  private final boolean isShare;

  private Expectation(String text, Matcher found) {
    this.text = text;
    this.kind = found.group(1) == null ? null : KindName.parse(found.group(1));
    this.metric = found.group(2);
    this.comparison = found.group(3);
    this.isShare = found.group(5).equals("%");
    this.limit = new BigDecimal(found.group(4)).doubleValue() * unit(metric, found.group(5), text);
  }

  /**
   * Reads one as a user writes it.
   *
   * @throws IllegalArgumentException when it is none; the message says how one is written
   */
  public static Expectation parse(String text) {
    Matcher found = FORM.matcher(text.strip());
    if (!found.matches()) {
      throw wrong(text);
    }
    return new Expectation(text.strip(), found);
  }

  /**
   * Holds a run against it.
   *
   * @return a line that says what it came to instead; null when it is met
   */
  public @Nullable String unmetBy(StressResult result) {
    KindFigures figures = kind == null ? result.whole() : result.of(kind);
    if (figures.requests() == 0) {
      return text + " is not met: nothing was measured";
    }
    if (!metric.equals("rate") && result.leftOpen() > 0) {
      return text
          + " is not met: "
          + result.leftOpen()
          + " requests came to no end, or never began";
    }
    double value = value(result, figures);
    return holds(value) ? null : text + " is not met: " + shown(value);
  }

  private double value(StressResult result, KindFigures figures) {
    return switch (metric) {
      case "errors" -> isShare ? 100.0 * figures.failed() / figures.requests() : figures.failed();
      case "rate" -> result.rate(figures);
      case "max" -> figures.whole().max().toNanos();
      case "mean" -> figures.whole().mean().toNanos();
      default -> figures.whole().percentile(percent()).toNanos();
    };
  }

  private double percent() {
    return new BigDecimal(metric.substring(1)).doubleValue();
  }

  private boolean holds(double value) {
    return switch (comparison) {
      case "<" -> value < limit;
      case "<=" -> value <= limit;
      case ">" -> value > limit;
      default -> value >= limit;
    };
  }

  private String shown(double value) {
    return switch (metric) {
      case "errors" ->
          isShare
              ? String.format(Locale.ROOT, "%.3f %%", value)
              : String.format(Locale.ROOT, "%.0f", value);
      case "rate" -> String.format(Locale.ROOT, "%.1f/s", value);
      default -> String.format(Locale.ROOT, "%.3f ms", value / 1e6);
    };
  }

  /** How much the unit is of what is measured: nanoseconds, requests a second, percent. */
  private static double unit(String metric, String unit, String text) {
    Double scale =
        switch (metric) {
          case "errors" -> ERRORS.get(unit);
          case "rate" -> RATES.get(unit);
          default -> TIMES.get(unit);
        };
    if (scale == null) {
      throw wrong(text);
    }
    return scale;
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "\""
            + text.replaceAll("\\p{Cntrl}", "?")
            + "\" is no expectation: write 'p99<200ms', 'frames.p99.9<1s', 'max<2s', 'mean<50ms',"
            + " 'errors<0.1%' or 'rate>100/s'");
  }

  @Override
  public String toString() {
    return text;
  }
}
