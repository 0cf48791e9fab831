package dev.dicomwebdump.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodedPictureTest {

  private static final int GREY = BufferedImage.TYPE_BYTE_GRAY;
  private static final int COLOUR = BufferedImage.TYPE_INT_RGB;

  @ParameterizedTest
  @CsvSource({"png, image/png", "jpeg, image/jpeg"})
  void aSmallOneIsShownAsItCame(String format, String mediaType) throws Exception {
    byte[] coded = coded(format, new BufferedImage(32, 16, GREY));
    String base64 = Base64.getEncoder().encodeToString(coded);

    assertThat(CodedPicture.draw(coded, false))
        .isEqualTo(new Thumbnail("data:" + mediaType + ";base64," + base64, 32, 16));
  }

  @ParameterizedTest
  @CsvSource({"png, 10", "png, 5", "jpeg, 10", "jpeg, 5"})
  void aLargeOneIsMadeSmall(String format, int type) throws Exception {
    BufferedImage large = new BufferedImage(1000, 500, type);
    Graphics2D pen = large.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(500, 0, 500, 500);
    pen.dispose();

    BufferedImage small = decoded(CodedPicture.draw(coded(format, large), false));
    assertThat(small.getWidth()).isEqualTo(128);
    assertThat(small.getHeight()).isEqualTo(64);
    assertThat(small.getRGB(10, 30) & 0xFF).isLessThan(5);
    assertThat(small.getRGB(120, 30) & 0xFF).isGreaterThan(250);
  }

  @ParameterizedTest
  @CsvSource({"10", "1"})
  void theLeastValueMayBeWhite(int type) throws Exception {
    byte[] black = coded("png", new BufferedImage(8, 8, type));

    assertThat(decoded(CodedPicture.draw(black, true)).getRGB(3, 3)).isEqualTo(0xFFFFFFFF);
  }

  @Test
  void coloursStay() throws Exception {
    BufferedImage red = new BufferedImage(300, 300, COLOUR);
    Graphics2D pen = red.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, 300, 300);
    pen.dispose();

    assertThat(decoded(CodedPicture.draw(coded("png", red), false)).getRGB(64, 64))
        .isEqualTo(0xFFFF0000);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsBrokenOrTooLargeIsRefused(byte[] coded) {
    assertThatThrownBy(() -> CodedPicture.draw(coded, false))
        .isInstanceOf(UndrawableException.class);
  }

  static Stream<byte[]> broken() throws IOException {
    byte[] png = coded("png", new BufferedImage(300, 300, COLOUR));
    byte[] jpeg = coded("jpeg", new BufferedImage(300, 300, COLOUR));
    byte[] lossless = jpeg.clone();
    // The marker of the frame's header, by which lossless JPEG is told.
    lossless[indexOfFrameHeader(jpeg) + 1] = (byte) 0xC3;
    return Stream.of(
        new byte[0],
        "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
        Arrays.copyOf(png, 8),
        Arrays.copyOf(png, 40),
        Arrays.copyOf(jpeg, 3),
        Arrays.copyOf(jpeg, 100),
        withSize(png, 1 << 20, 1 << 20),
        withSize(png, -1, 4),
        lossless);
  }

  private static int indexOfFrameHeader(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xFF) != 0xC0) {
      at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | (jpeg[at + 3] & 0xFF));
    }
    return at;
  }

  /** The same PNG that claims another size, with a good checksum. */
  private static byte[] withSize(byte[] png, int width, int height) {
    byte[] changed = png.clone();
    ByteBuffer.wrap(changed).putInt(16, width).putInt(20, height);
    CRC32 sum = new CRC32();
    sum.update(changed, 12, 17);
    ByteBuffer.wrap(changed).putInt(29, (int) sum.getValue());
    return changed;
  }

  private static byte[] coded(String format, BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(picture, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static BufferedImage decoded(Thumbnail thumbnail) throws IOException {
    String base64 = thumbnail.source().substring(thumbnail.source().indexOf(',') + 1);
    return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
  }
}
