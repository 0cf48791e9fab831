package dev.dicomwebdump.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InFlightLimitTest {

  @ParameterizedTest
  @CsvSource({"8, 4", "5, 2", "2, 1", "1, 1"})
  void halvingLeavesOneAtLeast(int most, int left) {
    InFlightLimit limit = new InFlightLimit(most);

    limit.halve();

    assertThat(limit.allowed()).isEqualTo(left);
  }

  @Test
  void itRecoversByOneAfterAsManyAnswersAsAreAllowed() {
    InFlightLimit limit = new InFlightLimit(4);
    limit.halve();

    int[] allowed = new int[8];
    for (int answer = 0; answer < allowed.length; answer++) {
      limit.recover();
      allowed[answer] = limit.allowed();
    }

    assertThat(allowed).containsExactly(2, 3, 3, 3, 4, 4, 4, 4);
  }
}
