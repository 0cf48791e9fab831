package dev.dicomwebdump.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorLimitsTest {

  /** Shares of 1; the last is in milliseconds. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.85 | 0.95 | 0.10 | 0.20 | 0.15 | 10   |
          0.86 | 0.90 | 0.01 | 0.10 | 0.02 | 0    | this program took 86 % of the 4 cores
          0.50 | 0.96 | 0.01 | 0.10 | 0.02 | 0    | all programs on it took 96 % of its cores, this one 50 %
          0.50 | 0.60 | 0.11 | 0.10 | 0.02 | 0    | garbage collection took 11 % of the time
          0.50 | 0.60 | 0.01 | 0.21 | 0.02 | 0    | for 21 % of their time
          0.50 | 0.60 | 0.01 | 0.00 | 0.02 | 11   | began over 11 ms late
          0.50 | 0.60 | 0.01 | 0.00 | 0.16 | 0    | processor time of this program is 16 % of the latency
          NaN  | NaN  | 0.01 | 0.00 | 0.02 | 0    |
          """)
  void eachLimitHasItsReason(
      double own,
      double machine,
      double collecting,
      double work,
      double ofLatency,
      long late,
      @Nullable String reason) {
    GeneratorLoad load =
        new GeneratorLoad(4, own, machine, collecting, work, ofLatency, Duration.ofMillis(late));
    List<String> reasons = GeneratorLimits.reasons(load);

    if (reason == null) {
      assertThat(reasons).isEmpty();
    } else {
      assertThat(reasons).singleElement().asString().contains(reason);
    }
  }
}
