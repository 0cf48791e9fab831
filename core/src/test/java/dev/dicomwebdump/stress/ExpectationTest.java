package dev.dicomwebdump.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dicomwebdump.exchange.Problem;
import dev.dicomwebdump.fetch.FetchSettings;
import dev.dicomwebdump.resource.DicomWebRoot;
import dev.dicomwebdump.resource.ResourceKind;
import dev.dicomwebdump.resource.Uid;
import dev.dicomwebdump.transport.TransportSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against 99 frames that took 1 to 99 ms and one metadata that failed after 1 s, in 10 s. */
class ExpectationTest {

  private static final StressResult RESULT = result(0);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p50<51ms",
        "p50 <= 50.1 ms",
        "p99<100ms",
        "frames.p99<100ms",
        "frame.max<100ms",
        "frames.max>=99ms",
        "mean<60ms",
        "metadata.p50>999ms",
        "p99.9<2s",
        "max<1m",
        "p10>9000us",
        "errors<2",
        "errors<=1%",
        "frames.errors<1",
        "frames.errors<0.1%",
        "rate>9.8/s",
        "rate<10/s",
        "rate>590/m",
      })
  void whatHoldsIsMet(String text) {
    assertThat(Expectation.parse(text).unmetBy(RESULT)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p50<50ms           | p50<50ms is not met: 50.0
          frames.p99<99ms    | frames.p99<99ms is not met: 99.0
          max<1s             | max<1s is not met: 1000.
          metadata.errors<1  | metadata.errors<1 is not met: 1
          errors<1%          | errors<1% is not met: 1.000 %
          errors<0.1%        | errors<0.1% is not met: 1.000 %
          rate>9.9/s         | rate>9.9/s is not met: 9.9/s
          metadata.rate>1/s  | metadata.rate>1/s is not met: 0.0/s
          instances.p99<1s   | instances.p99<1s is not met: nothing was measured
          instances.errors<1 | instances.errors<1 is not met: nothing was measured
          """)
  void whatDoesNotHoldIsToldWithWhatItCameTo(String text, String told) {
    assertThat(Expectation.parse(text).unmetBy(RESULT)).startsWith(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "p99",
        "p99<200",
        "p99<200%",
        "p99<200/s",
        "p999<1s",
        "p101<1s",
        "p99=200ms",
        "p99<-1ms",
        "errors<1ms",
        "errors<1/s",
        "rate>100",
        "rate>1%",
        "pictures.p99<1s",
        "frames.p99<1s and more",
        "latency<1s",
      })
  void whatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> Expectation.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*(no expectation|no such kind).*");
  }

  @ParameterizedTest
  @CsvSource({"p50<60m, false", "errors<100%, false", "frames.max<60m, false", "rate>9/s, true"})
  void whatCameToNoEndIsNeverGood(String text, boolean met) {
    assertThat(Expectation.parse(text).unmetBy(result(1)) == null).isEqualTo(met);
  }

  private static StressResult result(long unfinished) {
    Load load = new Load(1, null, false, Duration.ZERO, Duration.ofSeconds(10), 1000);
    Tally tally = new Tally(Window.of(load, 0));
    for (int n = 1; n <= 99; n++) {
      tally.ended(measured(ResourceKind.FRAME, n, null));
    }
    Problem problem = new Problem(Problem.Kind.JSON, "no JSON");
    tally.ended(measured(ResourceKind.STUDY_METADATA, 1000, problem));
    Map<ResourceKind, KindFigures> kinds = tally.figures();
    return new StressResult(
        new StressSettings(
            DicomWebRoot.parse("http://pacs/"),
            List.of(new Uid("1")),
            null,
            load,
            Mix.NONE,
            Pattern.LIST,
            1,
            FetchSettings.DEFAULTS,
            TransportSettings.DEFAULTS,
            null,
            "test"),
        Instant.EPOCH,
        Duration.ofSeconds(10),
        RunEnding.DURATION,
        2,
        2,
        0,
        0,
        unfinished,
        kinds,
        KindFigures.of(kinds.values()),
        tally.lateness(0),
        List.of(),
        new GeneratorLoad(1, 0, 0, 0, 0, 0, Duration.ZERO),
        List.of());
  }

  private static Measurement measured(ResourceKind kind, long millis, @Nullable Problem problem) {
    long end = Duration.ofMillis(millis).toNanos();
    return new Measurement(kind, 0, end, end, 200, 10, problem);
  }
}
