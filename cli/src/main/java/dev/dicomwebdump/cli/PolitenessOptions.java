package dev.dicomwebdump.cli;

import dev.dicomwebdump.fetch.Politeness;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how hard the server may be asked. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PolitenessOptions {

  private static final String VARIABLE = "DICOMWEB_CONCURRENCY";
  private static final String AUTO = "auto";

  /** Workers are threads; more than these are of no use to any server that is known. */
  private static final int MOST_FOUND_OUT = 64;

  @Option(
      names = {"-c", "--concurrency"},
      paramLabel = "N",
      description = {
        "Most requests in flight (1); auto finds out what serves best,",
        "up to 64. Also DICOMWEB_CONCURRENCY."
      })
  @Nullable String concurrency;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = RateConverter.class,
      description = "Most requests a second in all, evenly spaced; also 10/m, 0.5/s (no limit).")
  Duration interval = Duration.ZERO;

  @Option(
      names = {"--server-friendly", "--serverFriendly"},
      description = {
        "One connection, one request at a time, and after each response",
        "a pause as long as it took: 100 ms at least, 5 s at most."
      })
  boolean serverFriendly;

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
    return new Politeness(isAuto(wanted(around)), interval, serverFriendly);
  }

  private String wanted(Surroundings around) {
    if (serverFriendly) {
      return friendly();
    }
    String fromEnvironment = around.variable(VARIABLE);
    String given = concurrency == null ? fromEnvironment : concurrency;
    return given == null ? "1" : given.strip();
  }

  private String friendly() {
    if (concurrency != null && !concurrency.strip().equals("1")) {
      throw new IllegalArgumentException(
          "--server-friendly makes one request at a time: leave out -c " + concurrency);
    }
    return "1";
  }

  private int number(String wanted) {
    try {
      return Integer.parseInt(wanted);
    } catch (NumberFormatException e) {
      String name = concurrency == null ? VARIABLE : "--concurrency";
      throw new IllegalArgumentException(name + " is neither a number nor auto: " + wanted, e);
    }
  }

  private static boolean isAuto(String wanted) {
    return wanted.toLowerCase(Locale.ROOT).equals(AUTO);
  }
}
