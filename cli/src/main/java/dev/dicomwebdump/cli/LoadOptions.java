package dev.dicomwebdump.cli;

import dev.dicomwebdump.stress.Load;
import dev.dicomwebdump.stress.Mix;
import dev.dicomwebdump.stress.Pattern;
import dev.dicomwebdump.stress.Rate;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The options that say how much, how long and in which order a server is asked. */
final class LoadOptions extends OptionGroup {

  /** More are rarely of use, and fewer would make requests of an open loop late. */
  private static final int USUAL_IN_OPEN_LOOP = 64;

  /** When requests of an open loop are due. */
  enum ArrivalStyle {
    CONSTANT,
    POISSON
  }

  private final Given<@Nullable Integer> concurrency =
      optional(Integer.class, "-c", "--concurrency")
          .label("N")
          .described(
              "So many requests in flight, one after another (closed loop; 1); with",
              "--rate the most in flight (64).");

  private final Given<@Nullable String> rate =
      optional(String.class, "--rate")
          .label("N/s")
          .described(
              "So many requests begin in a second, whatever becomes of those before",
              "(open loop): 200/s, 90/m, or 10..500/s for a rate that grows.");

  private final Given<ArrivalStyle> arrivals =
      usually("constant", ArrivalStyle.class, "--arrivals")
          .label("HOW")
          .described("constant, or poisson: by chance, at that rate (${DEFAULT-VALUE}).");

  private final Given<Duration> duration =
      usually("10s", Duration.class, "--duration")
          .label("TIME")
          .described("How long requests begin that are measured (${DEFAULT-VALUE}).");

  private final Given<Duration> warmup =
      usually("2s", Duration.class, "--warmup")
          .label("TIME")
          .by(new OutageConverter())
          .described(
              "How long before that some begin that are not; 0 for none (${DEFAULT-VALUE}).");

  private final Given<Long> maxRequests =
      usually("1000000", Long.class, "--max-requests", "--maxRequests")
          .label("N")
          .described("The most requests in all (${DEFAULT-VALUE}).");

  private final Given<@Nullable String> mix =
      optional(String.class, "--mix")
          .label("KIND=N,...")
          .described(
              "How often each kind is asked for, by chance: frames=8,metadata=1.",
              "Without it each request of the list in turn.");

  final Given<Pattern> pattern =
      usually("list", Pattern.class, "--pattern")
          .label("HOW")
          .described(
              "list (the order of a dump), or viewer: as OHIF opens studies (${DEFAULT-VALUE}).");

  final Given<Long> seed =
      usually("1", Long.class, "--seed")
          .label("N")
          .described("From which all chance comes (${DEFAULT-VALUE}).");

  /**
   * How much is asked.
   *
   * @throws IllegalArgumentException when something is out of its range
   */
  Load load() {
    if (rate.value() == null && arrivals.value() == ArrivalStyle.POISSON) {
      throw new IllegalArgumentException("--arrivals goes with --rate");
    }
    int usual = rate.value() == null ? 1 : USUAL_IN_OPEN_LOOP;
    return new Load(
        concurrency.value() == null ? usual : concurrency.value(),
        rate.value() == null ? null : Rate.parse(rate.value()),
        arrivals.value() == ArrivalStyle.POISSON,
        warmup.value(),
        duration.value(),
        maxRequests.value());
  }

  /**
   * How often each kind is asked for.
   *
   * @throws IllegalArgumentException when that is no mix
   */
  Mix mix() {
    return mix.value() == null ? Mix.NONE : Mix.parse(mix.value().strip().toLowerCase(Locale.ROOT));
  }
}
