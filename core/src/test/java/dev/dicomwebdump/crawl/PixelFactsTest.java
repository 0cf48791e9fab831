package dev.dicomwebdump.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dicomwebdump.resource.FrameSize;
import dev.dicomwebdump.resource.Pixels;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelFactsTest {

  private static final String SQUARE = "\"00280010\":{\"Value\":[4]},\"00280011\":{\"Value\":[4]},";
  private static final String EIGHT_BITS =
      "\"00280002\":{\"Value\":[1]},\"00280100\":{\"Value\":[8]}";

  @ParameterizedTest
  @CsvSource({
    "1, 8, MONOCHROME2, 128, false",
    "1, 16, MONOCHROME1, 256, false",
    "1, 1, MONOCHROME2, 16, false",
    "3, 8, RGB, 384, false",
    "3, 8, YBR_FULL, 384, false",
    "3, 8, YBR_FULL_422, 384, true",
    "3, 8, YBR_PARTIAL_422, 384, true",
    "1, 8, YBR_FULL_422, 128, false",
  })
  void aFrameHasItsRowsColumnsSamplesAndBits(
      int samples, int bits, String colours, long wanted, boolean subsampled) throws IOException {
    assertThat(frameSize(samples(samples) + bits(bits) + colours(colours) + "\"7FE00010\":{}"))
        .isEqualTo(new FrameSize(wanted, subsampled));
  }

  @ParameterizedTest
  @CsvSource({"7FE00008, 512", "7FE00009, 1024"})
  void floatingPointHasItsOwnBits(String element, long wanted) throws IOException {
    assertThat(frameSize(samples(1) + bits(8) + "\"" + element + "\":{}"))
        .isEqualTo(new FrameSize(wanted, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"00280002\":{\"Value\":[1]}",
        "\"00280100\":{\"Value\":[8]}",
        "\"00280002\":{\"Value\":[70000]},\"00280100\":{\"Value\":[8]}",
        "\"00280002\":{\"Value\":[1]},\"00280100\":{\"Value\":[-8]}",
        "\"00280002\":{\"Value\":[3]},\"00280100\":{\"Value\":[8]},"
            + "\"00280004\":{\"Value\":[\"YBR_PARTIAL_420\"]}",
      })
  void withoutGoodNumbersNoSizeIsExpected(String attributes) throws IOException {
    assertThat(frameSize(attributes)).isNull();
  }

  @Test
  void itTellsWhetherThePixelsAreNamed() throws IOException {
    assertThat(pixels(EIGHT_BITS + ",\"7FE00010\":{}").named()).isTrue();
    assertThat(pixels(EIGHT_BITS).named()).isFalse();
    assertThat(PixelFacts.of(Metadata.dataset("{" + EIGHT_BITS + "}"))).isEqualTo(Pixels.NONE);
  }

  private static @Nullable FrameSize frameSize(String attributes) throws IOException {
    return pixels(attributes).frameSize();
  }

  private static Pixels pixels(String attributes) throws IOException {
    return PixelFacts.of(Metadata.dataset("{" + SQUARE + attributes + "}"));
  }

  private static String samples(int samples) {
    return "\"00280002\":{\"Value\":[" + samples + "]},";
  }

  private static String bits(int bits) {
    return "\"00280100\":{\"Value\":[" + bits + "]},";
  }

  private static String colours(String colours) {
    return "\"00280004\":{\"Value\":[\"" + colours + "\"]},";
  }
}
