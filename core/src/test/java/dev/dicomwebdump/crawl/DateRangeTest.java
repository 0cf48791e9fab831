package dev.dicomwebdump.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @CsvSource({
    "20240101-20240104, 20240101-20240102, 20240103-20240104",
    "20240101-20240103, 20240101-20240102, 20240103",
    "20240101-20240102, 20240101, 20240102",
    "-20240101, -20090702, 20090703-20240101",
    "-19950102, -19950101, 19950102",
    "-19500101, -09750702, 09750703-19500101",
    "20240101-, 20240101-20250612, 20250613-",
    "20261123-, 20261123, 20261124-",
    "20990101-, 20990101, 20990102-",
  })
  void aRangeHasTwoHalvesThatMeet(String range, String earlier, String later) {
    assertThat(DateRange.parse(range).halves(TODAY))
        .map(DateRange::toString)
        .containsExactly(earlier, later);
  }

  @Test
  void aDayCannotBeDivided() {
    assertThat(DateRange.parse("20240229").halves(TODAY)).isEmpty();
    assertThat(DateRange.parse("-00010101").halves(TODAY)).isEmpty();
  }

  /** Always the half with the day in it, until there is none. */
  @ParameterizedTest
  @CsvSource({"19000101", "19941231", "19950101", "20240229", "20261123", "20261201"})
  void everyDayIsAloneInTheEnd(String text) {
    LocalDate day = DateRange.dayOrNull(text);
    assertThat(day).isNotNull();
    DateRange range = DateRange.ALWAYS;
    int divisions = 0;
    for (List<DateRange> halves = range.halves(TODAY);
        !halves.isEmpty();
        halves = range.halves(TODAY)) {
      assertThat(halves).filteredOn(half -> half.contains(day)).hasSize(1);
      range = halves.get(halves.get(0).contains(day) ? 0 : 1);
      divisions++;
    }
    assertThat(range).hasToString(text);
    assertThat(divisions).isLessThan(40);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "20240229, 2024-02-29",
        "2024.02.29, 2024-02-29",
        "2024-02-29, 2024-02-29",
        "20230229, -",
        "2024, -",
        "00000000, -",
        "x, -",
        "-, -",
      })
  void aValueIsADayOrNone(@Nullable String value, @Nullable LocalDate day) {
    assertThat(DateRange.dayOrNull(value)).isEqualTo(day);
  }
}
