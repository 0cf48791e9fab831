package dev.dicomwebdump.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSizeTest {

  @ParameterizedTest
  @CsvSource({
    "4, 4, 1, 8, false, 16, 16",
    "3, 3, 1, 8, false, 9, 10",
    "3, 3, 1, 16, false, 18, 18",
    "3, 3, 1, 1, false, 2, 2",
    "5, 5, 1, 1, false, 4, 4",
    "4, 4, 3, 8, true, 32, 32",
    "3, 3, 3, 8, true, 18, 18",
    "65535, 65535, 65535, 64, false, 2251696736043000, 2251696736043000",
  })
  void aFrameMayBePaddedToAnEvenNumberOfBytes(
      long rows, long columns, long samples, long bits, boolean subsampled, long least, long most) {
    FrameSize size = FrameSize.of(rows, columns, samples, bits, subsampled);

    assertThat(size.leastBytes()).isEqualTo(least);
    assertThat(size.fits(least)).isTrue();
    assertThat(size.fits(most)).isTrue();
    assertThat(size.fits(least - 1)).isFalse();
    assertThat(size.fits(most + 1)).isFalse();
  }

  @Test
  void aSubsampledFrameMayComeInFull() {
    FrameSize size = FrameSize.of(4, 4, 3, 8, true);

    assertThat(size.fits(48)).isTrue();
    assertThat(size.isInFull(48)).isTrue();
    assertThat(size.isInFull(32)).isFalse();
    assertThat(FrameSize.of(4, 4, 3, 8, false).isInFull(48)).isFalse();
  }

  @Test
  void framesOfOneBitLieCloseToEachOther() {
    assertThat(FrameSize.of(3, 3, 1, 1, false).leastBytes(8)).isEqualTo(9);
  }

  @Test
  void tooManyFramesAreMoreThanAnyFileHolds() {
    FrameSize size = FrameSize.of(65535, 65535, 65535, 64, false);

    assertThat(size.leastBytes(Integer.MAX_VALUE)).isEqualTo(Long.MAX_VALUE / 8);
  }
}
