package dev.dicomwebdump.testkit.server;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small gray pictures, as a server makes them of instances: PS3.18 section 8.7.4. */
final class Pictures {
  private static final int SIDE = 8;

  private Pictures() {}

  static Answer jpeg() {
    return Answer.of(200, "image/jpeg", Body.of(encoded("jpeg")));
  }

  static Answer png() {
    return Answer.of(200, "image/png", Body.of(encoded("png")));
  }

  private static byte[] encoded(String format) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < SIDE * SIDE; i++) {
      picture.setRGB(i % SIDE, i / SIDE, 0x040404 * i);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
