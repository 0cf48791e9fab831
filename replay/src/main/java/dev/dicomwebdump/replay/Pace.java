package dev.dicomwebdump.replay;

import dev.dicomwebdump.exchange.Timings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long answers take. Immutable.
 *
 * @param factor how many times as long as when they were recorded; 0 for at once
 * @param latency what each answer takes more before it begins
 */
public record Pace(double factor, Duration latency) {

  /** At once. */
  public static final Pace NONE = new Pace(0, Duration.ZERO);

  private static final double MOST = 1000;

  /**
   * @throws IllegalArgumentException when the factor is not from 0 to 1000
   */
  public Pace {
    if (!(factor >= 0 && factor <= MOST)) {
      throw new IllegalArgumentException("a pace is a factor from 0 to 1000");
    }
  }

  /**
   * Reads {@code recorded}, {@code none} or a factor.
   *
   * @throws IllegalArgumentException when it is none of them
   */
  public static Pace parse(String text, Duration latency) {
    return switch (text) {
      case "recorded" -> new Pace(1, latency);
      case "none" -> new Pace(0, latency);
      default -> new Pace(factor(text), latency);
    };
  }

  /** How long to wait before a response begins. */
  Duration beforeResponse(Timings recorded) {
    return scaled(recorded.waiting()).plus(latency);
  }

  /** How long its content takes. */
  Duration ofContent(Timings recorded) {
    return scaled(recorded.receive());
  }

  private Duration scaled(@Nullable Duration recorded) {
    return recorded == null
        ? Duration.ZERO
        : Duration.ofNanos((long) (recorded.toNanos() * factor));
  }

  private static double factor(String text) {
    if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,6})?")) {
      throw new IllegalArgumentException("a pace is recorded, none, or a factor such as 0.5");
    }
    return Double.parseDouble(text);
  }
}
