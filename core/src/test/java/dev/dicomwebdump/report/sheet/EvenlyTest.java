package dev.dicomwebdump.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenlyTest {

  @ParameterizedTest
  @CsvSource({
    "0, 3, ''",
    "1, 3, 0",
    "3, 3, 0 1 2",
    "3, 1, 1",
    "10, 2, 2 7",
    "10, 0, ''",
    "100, 4, 12 37 62 87",
  })
  void drawsTheMiddleOfEachStretch(int all, int most, String drawn) {
    assertThat(
            Evenly.drawn(IntStream.range(0, all).boxed().toList(), most).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" ")))
        .isEqualTo(drawn);
  }
}
