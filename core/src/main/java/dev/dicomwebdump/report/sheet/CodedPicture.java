package dev.dicomwebdump.report.sheet;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Draws what is a JPEG or PNG already, by the bytes that it begins with. */
final class CodedPicture {

  /** A larger picture is not opened. */
  private static final long MOST_PIXELS = 1L << 26;

  /** What is no larger is shown as it came. */
  private static final int MOST_BYTES_AS_IS = 24_000;

  private static final int MOST_SIDE_AS_IS = 2 * Thumbnail.SIDE;

  private CodedPicture() {}

  /** Whether the bytes begin as a JPEG's or PNG's do. */
  static boolean is(byte[] coded) {
    return isJpeg(coded) || isPng(coded);
  }

  /**
   * Draws a picture.
   *
   * @param inverted whether its least value is white
   * @throws UndrawableException when it is too large, or Java cannot read it: JPEG with 12 bits and
   *     lossless JPEG, above all
   */
  static Thumbnail draw(byte[] coded, boolean inverted) throws UndrawableException {
    if (!is(coded)) {
      throw new UndrawableException("neither a JPEG nor a PNG");
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName(isPng(coded) ? "png" : "jpeg").next();
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(coded))) {
      // Without metadata: there can be more of it than of the picture.
      reader.setInput(in, true, true);
      return draw(reader, coded, inverted);
    } catch (IOException | RuntimeException e) {
      // Broken pictures bring out the one or the other, by their kind.
      throw new UndrawableException("a JPEG or PNG that Java cannot read", e);
    } finally {
      reader.dispose();
    }
  }

  private static Thumbnail draw(ImageReader reader, byte[] coded, boolean inverted)
      throws IOException, UndrawableException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      throw new UndrawableException("too many pixels");
    }
    int longest = Math.max(width, height);
    if (!inverted && coded.length <= MOST_BYTES_AS_IS && longest <= MOST_SIDE_AS_IS) {
      return Thumbnail.of(isPng(coded) ? "image/png" : "image/jpeg", coded, width, height);
    }
    ImageReadParam sparse = reader.getDefaultReadParam();
    int step = Math.max(1, longest / (2 * Thumbnail.SIDE));
    sparse.setSourceSubsampling(step, step, 0, 0);
    BufferedImage reduced =
        reduced(
            reader.read(0, sparse),
            Thumbnail.reduced(width, longest),
            Thumbnail.reduced(height, longest));
    return Thumbnail.of(inverted ? new RescaleOp(-1, 255, null).filter(reduced, null) : reduced);
  }

  private static BufferedImage reduced(BufferedImage picture, int width, int height) {
    boolean grey = picture.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    BufferedImage small =
        new BufferedImage(
            width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return small;
  }

  private static boolean isJpeg(byte[] coded) {
    return begins(coded, 0xFF, 0xD8, 0xFF);
  }

  private static boolean isPng(byte[] coded) {
    return begins(coded, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
  }

  private static boolean begins(byte[] coded, int... wanted) {
    for (int at = 0; at < wanted.length; at++) {
      if (at >= coded.length || (coded[at] & 0xFF) != wanted[at]) {
        return false;
      }
    }
    return true;
  }
}
