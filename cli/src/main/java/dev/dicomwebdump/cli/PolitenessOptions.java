package dev.dicomwebdump.cli;

import dev.dicomwebdump.fetch.Politeness;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The options that say how hard the server may be asked. */
final class PolitenessOptions extends OptionGroup {

  private static final String VARIABLE = "DICOMWEB_CONCURRENCY";
  private static final String AUTO = "auto";

  /** Workers are threads; more than these are of no use to any server that is known. */
  private static final int MOST_FOUND_OUT = 64;

  private final Given<@Nullable String> concurrency =
      optional(String.class, "-c", "--concurrency")
          .label("N")
          .described(
              "Most requests in flight (1); auto finds out what serves best,",
              "up to 64. Also DICOMWEB_CONCURRENCY.");

  private final Given<@Nullable Duration> interval =
      optional(Duration.class, "--rate")
          .label("N/s")
          .by(new RateConverter())
          .described("Most requests a second in all, evenly spaced; also 10/m, 0.5/s (no limit).");

  private final Given<Boolean> serverFriendly =
      flag("--server-friendly", "--serverFriendly")
          .described(
              "One connection, one request at a time, and after each response",
              "a pause as long as it took: 100 ms at least, 5 s at most.");

  /**
   * The most requests in flight.
   *
   * @throws IllegalArgumentException when that is no number, or does not go with --server-friendly
   */
  int concurrency(Surroundings around) {
    String wanted = wanted(around);
    return isAuto(wanted) ? MOST_FOUND_OUT : number(wanted);
  }

  /** How the server is spared besides. */
  Politeness politeness(Surroundings around) {
    return new Politeness(
        isAuto(wanted(around)),
        Objects.requireNonNullElse(interval.value(), Duration.ZERO),
        serverFriendly.value());
  }

  private String wanted(Surroundings around) {
    if (serverFriendly.value()) {
      return friendly();
    }
    String fromEnvironment = around.variable(VARIABLE);
    String given = concurrency.value() == null ? fromEnvironment : concurrency.value();
    return given == null ? "1" : given.strip();
  }

  private String friendly() {
    if (concurrency.value() != null && !concurrency.value().strip().equals("1")) {
      throw new IllegalArgumentException(
          "--server-friendly makes one request at a time: leave out -c " + concurrency.value());
    }
    return "1";
  }

  private int number(String wanted) {
    try {
      return Integer.parseInt(wanted);
    } catch (NumberFormatException e) {
      String name = concurrency.value() == null ? VARIABLE : "--concurrency";
      throw new IllegalArgumentException(name + " is neither a number nor auto: " + wanted, e);
    }
  }

  private static boolean isAuto(String wanted) {
    return wanted.toLowerCase(Locale.ROOT).equals(AUTO);
  }
}
