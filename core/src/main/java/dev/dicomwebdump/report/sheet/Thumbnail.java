package dev.dicomwebdump.report.sheet;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A small picture. Immutable.
 *
 * @param source all of it, as a {@code data:} URL (RFC 2397) of a JPEG or PNG
 * @param width in pixels, from 1
 * @param height in pixels, from 1
 */
public record Thumbnail(String source, int width, int height) {

  /** The most pixels that one has on a side. */
  static final int SIDE = 128;

  /** A picture as PNG. */
  static Thumbnail of(BufferedImage picture) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory cannot be written", e);
    }
    return of("image/png", png.toByteArray(), picture.getWidth(), picture.getHeight());
  }

  /** A coded picture as it is. */
  static Thumbnail of(String mediaType, byte[] coded, int width, int height) {
    String base64 = Base64.getEncoder().encodeToString(coded);
    return new Thumbnail("data:" + mediaType + ";base64," + base64, width, height);
  }

  /** How long a side becomes when the longest one may have {@value #SIDE} pixels. */
  static int reduced(int side, int longest) {
    return longest <= SIDE ? side : Math.max(1, Math.round((float) side * SIDE / longest));
  }
}
