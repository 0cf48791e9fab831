package dev.dicomwebdump.stress;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests begin in a second: one number all the time, or from one to another. Immutable.
 *
 * @param from at first; more than 0
 * @param to at the end; more than 0
 */
public record Rate(double from, double to) {

  private static final String NUMBER = "([0-9]{1,7}(?:\\.[0-9]{1,3})?)";
  private static final Pattern FORM = Pattern.compile(NUMBER + "(?:\\.\\." + NUMBER + ")?/([smh])");

  /**
   * Reads a rate as a user writes it: {@code 200/s}, {@code 90/m}, or {@code 10..500/s}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Rate parse(String text) {
    Matcher found = FORM.matcher(text.strip());
    if (!found.matches()) {
      throw wrong(text);
    }
    double seconds = seconds(found.group(3));
    double from = new BigDecimal(found.group(1)).doubleValue() / seconds;
    double to =
        found.group(2) == null ? from : new BigDecimal(found.group(2)).doubleValue() / seconds;
    if (from == 0 || to == 0) {
      throw wrong(text);
    }
    return new Rate(from, to);
  }

  private static double seconds(String unit) {
    return switch (unit) {
      case "s" -> 1;
      case "m" -> 60;
      default -> 3600;
    };
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "\"" + text + "\" is no rate: write 200/s, 90/m, or 10..500/s for one that changes");
  }

  /** Whether it changes. */
  public boolean isRamp() {
    return from != to;
  }
}
