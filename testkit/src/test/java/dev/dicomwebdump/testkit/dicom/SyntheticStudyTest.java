package dev.dicomwebdump.testkit.dicom;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @Test
  void thePhantomIsBrightAtItsEdgeAndEmptyAround() {
    SyntheticSeries slices = SyntheticStudies.phantom().series().get(0);
    assertThat(slices.instances()).hasSize(12);
    ByteBuffer middle = ByteBuffer.wrap(slices.instances().get(6).frame(1));
    middle.order(ByteOrder.LITTLE_ENDIAN);

    assertThat(IntStream.range(0, 64).map(column -> middle.getShort(2 * (32 * 64 + column))))
        .startsWith(24)
        .endsWith(24)
        .contains(2024, 424)
        .allMatch(pixel -> pixel >= 24 && pixel <= 2024);
  }

  @Test
  void theDiscMovesAndKeepsItsSize() {
    SyntheticInstance disc = SyntheticStudies.movement().instances().get(0);
    assertThat(disc.numberOfFrames()).isEqualTo(20);
    assertThat(disc.frame(1)).hasSize(48 * 48).isNotEqualTo(disc.frame(2));
    assertThat(bright(disc.frame(6))).isEqualTo(bright(disc.frame(1))).isBetween(100L, 130L);
  }

  private static long bright(byte[] frame) {
    return IntStream.range(0, frame.length).filter(i -> frame[i] == -1).count();
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

  @ParameterizedTest
  @CsvSource({"0, 0, -1000", "128, 16, 1000", "128, 128, -600", "100, 128, -1000"})
  void thePhantomIsOfSkullAndBrainWithHolesInAir(int column, int row, int hounsfield) {
    byte[] pixels = SyntheticStudies.largePhantom().instances().get(1).frame(1);
    int stored = ByteBuffer.wrap(pixels).order(LITTLE_ENDIAN).getShort(2 * (256 * row + column));
    assertThat(stored - 1024).isEqualTo(hounsfield);
  }
}
