package dev.dicomwebdump.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0,             0 µs",
    "5,             5 µs",
    "999,           999 µs",
    "1000,          1.00 ms",
    "9994,          9.99 ms",
    "9995,          10.0 ms",
    "99949,         99.9 ms",
    "99951,         100 ms",
    "999499,        999 ms",
    "999500,        1.00 s",
    "59949999,      59.9 s",
    "59950001,      1:00 min",
    "3599400000,    59:59 min",
    "3600000000,    1:00 h",
    "360000000000,  100:00 h",
  })
  void timesHaveThreeDigitsThatCount(long microseconds, String shown) {
    assertThat(Quantity.time(Duration.ofNanos(microseconds * 1000)))
        .isEqualTo(shown.replace(' ', '\u00A0'));
  }

  @ParameterizedTest
  @CsvSource({
    "0,             0 B",
    "999,           999 B",
    "1000,          1.00 kB",
    "9995,          10.0 kB",
    "999499,        999 kB",
    "999500,        1.00 MB",
    "123456789,     123 MB",
    "9e18,          9.00 EB",
  })
  void aKilobyteIs1000Bytes(double bytes, String shown) {
    assertThat(Quantity.bytes(bytes)).isEqualTo(shown.replace(' ', '\u00A0'));
  }
}
