package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.Header;
import dev.dicomwebdump.exchange.Headers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("1994-11-06T08:49:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "120, 120",
    "' 7 ', 7",
    "007, 7",
    "99999999999999999999, 999999999",
    "'Sun, 06 Nov 1994 08:49:37 GMT', 37",
    "'Sunday, 06-Nov-94 08:49:37 GMT', 37",
    "'Sun Nov  6 08:49:37 1994', 37",
    "'Sun, 06 Nov 1994 08:48:00 GMT', 0",
    "'Saturday, 06-Nov-93 08:49:37 GMT', 0",
  })
  void secondsAndTheThreeFormsOfDatesAreRead(String value, long seconds) {
    assertThat(read(value)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "-1", "1.5", "10 s", "1,2", "٣", "Sun, 99 Nov 1994 08:49:37 GMT"})
  void whatIsNeitherCountsAsAbsent(String value) {
    assertThat(read(value)).isNull();
  }

  @Test
  void anAbsentHeaderIsAbsent() {
    assertThat(RetryAfter.read(Headers.NONE, NOW)).isNull();
  }

  private static @Nullable Duration read(String value) {
    return RetryAfter.read(new Headers(List.of(new Header("retry-after", value))), NOW);
  }
}
