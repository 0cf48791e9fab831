package dev.dicomwebdump.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {

  /** The n-th request, in milliseconds from the beginning; warm-up 1 s, measured 10 s. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          10/s,     0,    0
          10/s,     1,    100
          10/s,     10,   1000
          10/s,     25,   2500
          10/s,     110,  11000
          90/m,     3,    2000
          10..30/s, 5,    500
          10..30/s, 10,   1000
          10..30/s, 21,   2000
          10..30/s, 210,  11000
          30..10/s, 30,   1000
          30..10/s, 230,  11000
          10..10/s, 25,   2500
          """)
  void eachRequestIsDueAtItsTime(String rate, int number, long millis) {
    RateCurve curve =
        new RateCurve(Rate.parse(rate), Duration.ofSeconds(1), Duration.ofSeconds(10));

    assertThat(curve.timeOf(number)).isEqualTo(Duration.ofMillis(millis).toNanos());
  }

  @Test
  void aRateThatFallsToNothingEndsThere() {
    RateCurve curve = new RateCurve(new Rate(10, 1), Duration.ZERO, Duration.ofSeconds(1));

    assertThat(curve.timeOf(1000)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void constantArrivalsAreEven() {
    assertThat(first(4, false, 1)).containsExactly(0L, 10_000_000L, 20_000_000L, 30_000_000L);
  }

  @Test
  void arrivalsByChanceAreTheSameForTheSameSeed() {
    assertThat(first(100, true, 7)).isEqualTo(first(100, true, 7)).isSorted();
    assertThat(first(100, true, 7)).isNotEqualTo(first(100, true, 8));
  }

  @Test
  void arrivalsByChanceKeepTheRateAndVaryAsAPoissonProcessDoes() {
    List<Long> times = first(20_001, true, 42);
    double[] gaps = new double[times.size() - 1];
    Arrays.setAll(gaps, i -> times.get(i + 1) - times.get(i));
    double mean = Arrays.stream(gaps).average().orElseThrow();
    double variance = Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).sum();

    assertThat(mean).isCloseTo(1e7, within(3e5));
    assertThat(Math.sqrt(variance / gaps.length)).isCloseTo(mean, within(5e5));
  }

  private static List<Long> first(int number, boolean poisson, long seed) {
    RateCurve curve = new RateCurve(new Rate(100, 100), Duration.ZERO, Duration.ofSeconds(10));
    Arrivals arrivals = new Arrivals(curve, poisson, seed);
    return Stream.generate(arrivals::next).limit(number).toList();
  }
}
