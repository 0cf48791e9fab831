package dev.dicomwebdump.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTest {

  private final Distribution distribution = new Distribution();

  @ParameterizedTest
  @CsvSource({"0.1, 1", "50, 500", "90, 900", "99, 990", "99.9, 999", "100, 1000"})
  void percentilesOfSmallNumbersAreExact(double percentile, long expected) {
    LongStream.rangeClosed(1, 1000).forEach(distribution::add);

    assertThat(distribution.at(percentile)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"50, 500", "90, 900", "99, 990", "99.9, 999"})
  void percentilesOfLargeNumbersAreExactToAThousandth(double percentile, long millions) {
    LongStream.rangeClosed(1, 1000).forEach(number -> distribution.add(number * 1_000_003));

    assertThat(distribution.at(percentile))
        .isCloseTo(millions * 1_000_003, Percentage.withPercentage(0.1));
  }

  @Test
  void theLargestAndTheSumAreExact() {
    distribution.add(123_456_789_012_345L);
    distribution.add(1);

    assertThat(distribution.max()).isEqualTo(123_456_789_012_345L);
    assertThat(distribution.at(100)).isEqualTo(123_456_789_012_345L);
    assertThat(distribution.total()).isEqualTo(123_456_789_012_346L);
  }

  @Test
  void ofNothingAllIsZero() {
    assertThat(List.of(distribution.count(), distribution.total(), distribution.at(50)))
        .containsOnly(0L);
    assertThat(new DurationTally().percentiles())
        .isEqualTo(
            new Percentiles(
                0,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO));
  }

  @Test
  void durationsAreCountedToTheMicrosecond() {
    DurationTally tally = new DurationTally();
    tally.add(Duration.ofNanos(1_999));
    tally.add(Duration.ofNanos(4_000));

    assertThat(tally.percentiles())
        .returns(2L, Percentiles::count)
        .returns(Duration.ofNanos(1_000), Percentiles::p50)
        .returns(Duration.ofNanos(4_000), Percentiles::max)
        .returns(Duration.ofNanos(2_000), Percentiles::mean);
  }
}
