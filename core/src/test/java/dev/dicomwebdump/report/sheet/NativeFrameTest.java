package dev.dicomwebdump.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeFrameTest {

  private static final String RGB = "00280002=3 00280004=\"RGB\" 00280010=1 ";
  private static final String BITS_16 = "00280100=16 00280101=16 00280102=15 ";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "all values,          '',                                     00 40 80 FF, 0 64 128 255",
    "all values that are, '',                                     0A 0A 0F 14, 0 0 128 255",
    "one value,           '',                                     07 07 07 07, 0 0 0 0",
    "inverted,            00280004=\"MONOCHROME1\",               00 40 80 FF, 255 191 127 0",
    "signed,              00280103=1,                             80 00 40 7F, 0 128 192 255",
    "a window,            00281050=100 00281051=101,              31 32 64 96, 0 1 129 255",
    "a window as text,    00281050=\"100\" 00281051=\"101\",      31 32 64 96, 0 1 129 255",
    "a step,              00281050=100 00281051=1,                62 63 64 65, 0 0 255 255",
    "rescaled,            00281050=0 00281051=201 00281052=-200 00281053=\"2\", 31 64 96 FF, 0 128 255 255",
    "no number,           00281050=\"NaN\" 00281051=\"wide\",     00 40 80 FF, 0 64 128 255",
    "four bits,           00280101=4 00280102=3,                  F0 05 0A 1F, 0 85 170 255",
    "four bits above,     00280101=4 00280102=7,                  0F 50 A0 F1, 0 85 170 255",
  })
  void greyOf8Bits(String what, String metadata, String frame, String greys) throws Exception {
    assertThat(levels(draw(metadata, frame), 1)).isEqualTo(greys);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "little endian, '',                                    0000 0001 0002 FF03, 0 64 128 255",
    "signed,        00280103=1,                            0080 0000 0040 FF7F, 0 128 191 255",
    "12 bits,       00280101=12 00280102=11,               00F0 FF0F 0018 00F8, 0 255 128 128",
    "12 signed,     00280101=12 00280102=11 00280103=1,    0008 FF07 0000 00F0, 0 255 128 128",
    "CT,            00280103=1 00281050=40 00281051=401 00281052=-1024, 0000 2804 D804 5003, 0 128 240 0",
  })
  void greyOf16Bits(String what, String metadata, String frame, String greys) throws Exception {
    assertThat(levels(draw(BITS_16 + metadata, frame), 1)).isEqualTo(greys);
  }

  @ParameterizedTest
  @CsvSource({
    "'',          FF0000 00FF80, 255 0 0 0 255 128",
    "00280006=0,  FF0000 00FF80, 255 0 0 0 255 128",
    "00280006=1,  FF00 00FF 0080, 255 0 0 0 255 128",
  })
  void coloursByPixelOrByPlane(String metadata, String frame, String levels) throws Exception {
    assertThat(levels(draw(RGB + metadata, frame), 3)).isEqualTo(levels);
  }

  @ParameterizedTest
  @CsvSource({
    "'',                                                        00 00 00",
    "'',                                                        00 00 00 00 00",
    "00280010=65535 00280011=65535,                             00 00 00 00",
    "00280010=65535 00280011=65535 00280100=16,                 00 00 00 00",
    "00280010=0,                                                ''",
    "00280010=-1 00280011=-4,                                   00 00 00 00",
    "00280010=65536 00280011=65536,                             ''",
    "00280010=\"many\",                                         00 00 00 00",
    "00280100=1 00280101=1,                                     00",
    "00280100=32 00280101=32,                                   00 00 00 00",
    "00280101=9,                                                00 00 00 00",
    "00280101=0,                                                00 00 00 00",
    "00280102=8,                                                00 00 00 00",
    "00280101=4 00280102=2,                                     00 00 00 00",
    "00280002=3,                                                00 00 00 00",
    "00280004=\"RGB\",                                          00 00 00 00",
    "00280004=\"PALETTE_COLOR\",                                00 00 00 00",
    "00280004=\"YBR_FULL\" 00280002=3,                          00 00 00 00",
    "00280004=\"<script>\",                                     00 00 00 00",
  })
  void refusesWhatDoesNotFit(String metadata, String frame) {
    assertThatThrownBy(() -> draw(metadata, frame)).isInstanceOf(UndrawableException.class);
  }

  @Test
  void takesTheByteThatMakesALengthEven() throws Exception {
    assertThat(levels(draw("00280010=1 00280011=3", "00 80 FF 00"), 1)).isEqualTo("0 128 255");
  }

  @Test
  void aPixelOfTheThumbnailIsTheMeanOfThoseThatItStandsFor() throws Exception {
    byte[] frame = new byte[256 * 512];
    Arrays.fill(frame, frame.length / 2, frame.length, (byte) 200);
    frame[0] = 100;
    BufferedImage picture =
        NativeFrame.draw(frame, PixelFormat.of(Metadata.grey("00280010=256 00280011=512")));

    assertThat(picture.getWidth()).isEqualTo(128);
    assertThat(picture.getHeight()).isEqualTo(64);
    assertThat(picture.getRaster().getSample(1, 0, 0)).isZero();
    // One of the 16 pixels is 100, the window goes from 0 to 200.
    assertThat(picture.getRaster().getSample(0, 0, 0)).isEqualTo(8);
    assertThat(picture.getRaster().getSample(127, 63, 0)).isEqualTo(255);
  }

  private static BufferedImage draw(String metadata, String frame)
      throws IOException, UndrawableException {
    byte[] bytes = HexFormat.of().parseHex(frame.replace(" ", ""));
    return NativeFrame.draw(bytes, PixelFormat.of(Metadata.grey(metadata)));
  }

  private static String levels(BufferedImage picture, int bands) {
    return IntStream.range(0, picture.getWidth() * picture.getHeight() * bands)
        .map(
            at -> {
              int pixel = at / bands;
              int x = pixel % picture.getWidth();
              return picture.getRaster().getSample(x, pixel / picture.getWidth(), at % bands);
            })
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" "));
  }
}
