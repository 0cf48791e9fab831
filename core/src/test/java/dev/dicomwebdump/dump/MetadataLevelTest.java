package dev.dicomwebdump.dump;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataLevelTest {

  private final MetadataLevel<Integer> level = new MetadataLevel<>();

  @ParameterizedTest
  @CsvSource({"404, true", "405, true", "501, true", "400, false", "500, false", "0, false"})
  void onlyStatusesThatDenyTheLevelCount(int status, boolean counts) {
    assertThat(MetadataLevel.mayBeUnsupported(status)).isEqualTo(counts);
  }

  @Test
  void theTenthRefusalDecidesForAll() {
    refuse(1, 9);

    assertThat(level.refused(10)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(level.isUnsupported()).isTrue();
    assertThat(level.refused(11)).containsExactly(11);
  }

  @Test
  void oneAnswerMakesRefusalsFailures() {
    refuse(1, 9);

    assertThat(level.served()).hasSize(9);
    assertThat(level.refused(10)).containsExactly(10);
    assertThat(level.isUnsupported()).isFalse();
  }

  @Test
  void anAnswerAfterTheDecisionTakesItBack() {
    refuse(1, 10);
    level.served();

    assertThat(level.isUnsupported()).isFalse();
  }

  @Test
  void whoGivesUpGetsItsOwnOnly() {
    refuse(1, 4);

    assertThat(level.giveUp(number -> number % 2 == 0)).containsExactly(2, 4);
    assertThat(level.giveUp(number -> true)).containsExactly(1, 3);
  }

  private void refuse(int first, int last) {
    for (int number = first; number <= last; number++) {
      assertThat(number < 10 ? level.refused(number) : level.refused(number).subList(0, 0))
          .isEmpty();
    }
  }
}
