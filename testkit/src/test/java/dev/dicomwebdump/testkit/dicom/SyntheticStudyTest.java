package dev.dicomwebdump.testkit.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticStudyTest {

  @Test
  void theSmallStudyHasEveryKind() {
    SyntheticStudy small = SyntheticStudies.small();
    assertThat(small.series()).hasSize(3);
    assertThat(small.instances()).hasSize(8);
    assertThat(small.instances().stream().mapToInt(SyntheticInstance::numberOfFrames))
        .containsExactly(1, 1, 3, 1, 4, 2, 0, 0);
    assertThat(small.instances().stream().map(SyntheticInstance::transferSyntax))
        .contains(TransferSyntax.values());
  }

  @Test
  void framesAreTheSameAtEachCallAndDifferFromEachOther() {
    SyntheticInstance instance = SyntheticStudies.small().series().get(0).instances().get(2);
    assertThat(instance.frame(1)).hasSize(35).isEqualTo(instance.frame(1));
    assertThat(instance.frame(1)).isNotEqualTo(instance.frame(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4})
  void thereIsNoFrameBesideThem(int number) {
    SyntheticInstance instance = SyntheticStudies.small().series().get(0).instances().get(2);
    assertThatThrownBy(() -> instance.frame(number)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void oneInstanceOfAnEnormousStudyIsFoundAtOnce() {
    SyntheticStudy enormous = SyntheticStudies.large(2, 500_000_000, 100);
    SyntheticSeries series = Objects.requireNonNull(enormous.series("2.999.2.2"));
    assertThat(series.instances()).hasSize(500_000_000);
    assertThat(Objects.requireNonNull(series.instance("2.999.2.2.400000000")).p10())
        .hasSizeBetween(6400, 8000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2.999.1.1", "2.999.1.1.0", "2.999.1.1.4", "2.999.1.1.01", "2.999.1.2.1", "x"})
  void otherUidsAreNotInTheSeries(String uid) {
    assertThat(SyntheticStudies.small().series().get(0).instance(uid)).isNull();
  }
}
