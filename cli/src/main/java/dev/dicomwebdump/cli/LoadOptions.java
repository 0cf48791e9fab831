package dev.dicomwebdump.cli;

import dev.dicomwebdump.stress.Load;
import dev.dicomwebdump.stress.Mix;
import dev.dicomwebdump.stress.Pattern;
import dev.dicomwebdump.stress.Rate;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how much, how long and in which order a server is asked. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoadOptions {

  /** More are rarely of use, and fewer would make requests of an open loop late. */
  private static final int USUAL_IN_OPEN_LOOP = 64;

  /** When requests of an open loop are due. */
  enum ArrivalStyle {
    CONSTANT,
    POISSON
  }

  @Option(
      names = {"-c", "--concurrency"},
      paramLabel = "N",
      description = {
        "So many requests in flight, one after another (closed loop; 1); with",
        "--rate the most in flight (64)."
      })
  @Nullable Integer concurrency;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      description = {
        "So many requests begin in a second, whatever becomes of those before",
        "(open loop): 200/s, 90/m, or 10..500/s for a rate that grows."
      })
  @Nullable String rate;

  @Option(
      names = "--arrivals",
      paramLabel = "HOW",
      defaultValue = "constant",
      description = "constant, or poisson: by chance, at that rate (${DEFAULT-VALUE}).")
  ArrivalStyle arrivals;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "How long requests begin that are measured (${DEFAULT-VALUE}).")
  Duration duration;

  @Option(
      names = "--warmup",
      paramLabel = "TIME",
      defaultValue = "2s",
      converter = OutageConverter.class,
      description = "How long before that some begin that are not; 0 for none (${DEFAULT-VALUE}).")
  Duration warmup;

  @Option(
      names = {"--max-requests", "--maxRequests"},
      paramLabel = "N",
      defaultValue = "1000000",
      description = "The most requests in all (${DEFAULT-VALUE}).")
  long maxRequests;

  @Option(
      names = "--mix",
      paramLabel = "KIND=N,...",
      description = {
        "How often each kind is asked for, by chance: frames=8,metadata=1.",
        "Without it each request of the list in turn."
      })
  @Nullable String mix;

  @Option(
      names = "--pattern",
      paramLabel = "HOW",
      defaultValue = "list",
      description =
          "list (the order of a dump), or viewer: as OHIF opens studies (${DEFAULT-VALUE}).")
  Pattern pattern;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "From which all chance comes (${DEFAULT-VALUE}).")
  long seed;

  /**
   * How much is asked.
   *
   * @throws IllegalArgumentException when something is out of its range
   */
  Load load() {
    if (rate == null && arrivals == ArrivalStyle.POISSON) {
      throw new IllegalArgumentException("--arrivals goes with --rate");
    }
    int usual = rate == null ? 1 : USUAL_IN_OPEN_LOOP;
    return new Load(
        concurrency == null ? usual : concurrency,
        rate == null ? null : Rate.parse(rate),
        arrivals == ArrivalStyle.POISSON,
        warmup,
        duration,
        maxRequests);
  }

  /**
   * How often each kind is asked for.
   *
   * @throws IllegalArgumentException when that is no mix
   */
  Mix mix() {
    return mix == null ? Mix.NONE : Mix.parse(mix.strip().toLowerCase(Locale.ROOT));
  }
}
