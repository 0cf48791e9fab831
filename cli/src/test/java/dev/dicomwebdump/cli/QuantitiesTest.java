package dev.dicomwebdump.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "1949, 1.9 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "1000000, 1.0 MB",
    "1500000000, 1.5 GB",
    "9223372036854775807, 9.2 EB",
  })
  void bytesAreShownInThousands(long bytes, String shown) {
    assertThat(Quantities.bytes(bytes)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S, 0 B/s",
    "5, PT0S, 5.0 kB/s",
    "10000, PT10S, 1.0 kB/s",
    "1, PT10S, 0 B/s",
  })
  void ratesAreBytesInASecond(long bytes, Duration time, String shown) {
    assertThat(Quantities.rate(bytes, time)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0.0 s",
    "PT1.25S, 1.3 s",
    "PT9.94S, 9.9 s",
    "PT10S, 10 s",
    "PT59.999S, 59 s",
    "PT60S, 1:00 min",
    "PT59M59S, 59:59 min",
    "PT1H, 1:00 h",
    "PT49H5M59S, 49:05 h",
  })
  void timesAreShownAsLongAsTheyAre(Duration time, String shown) {
    assertThat(Quantities.time(time)).isEqualTo(shown);
  }
}
