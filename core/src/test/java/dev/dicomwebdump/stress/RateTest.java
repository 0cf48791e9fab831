package dev.dicomwebdump.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({
    "200/s, 200, 200",
    "0.5/s, 0.5, 0.5",
    "90/m, 1.5, 1.5",
    "3600/h, 1, 1",
    "10..500/s, 10, 500",
    "60..120/m, 1, 2",
    "500..10/s, 500, 10",
  })
  void aRateIsRequestsASecond(String text, double from, double to) {
    assertThat(Rate.parse(text)).isEqualTo(new Rate(from, to));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "200", "0/s", "10..0/s", "-1/s", "10..20..30/s", "1e3/s", "10/d", "..5/s"})
  void whatIsNoRateIsRefused(String text) {
    assertThatThrownBy(() -> Rate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no rate");
  }
}
