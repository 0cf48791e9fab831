package dev.dicomwebdump.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.exchange.ByteSize;
import dev.dicomwebdump.exchange.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodingLimitTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "9223372036854775807, 1073741824, 1, -",
        "9223372036854775807, 1073741825, 5368709, -",
        "9223372036854775807, 1073741825, 5000000, CONTENT_CODING",
        "9223372036854775807, 1000000000000, 5000000000, -",
        "1000, 1000, 1, -",
        "1000, 1001, 1000, TOO_LARGE",
      })
  void contentExpandsNeitherTooFarNorOutOfAllProportion(
      long mostBytes, long decoded, long coded, Problem.@Nullable Kind kind) {
    Problem problem = new DecodingLimit(new ByteSize(mostBytes)).problem(decoded, coded);

    assertThat(problem == null ? null : problem.kind()).isEqualTo(kind);
  }
}
