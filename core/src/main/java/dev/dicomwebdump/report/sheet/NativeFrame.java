package dev.dicomwebdump.report.sheet;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * Draws a native frame (PS3.5 section 8.2) at the size of a thumbnail: each pixel is the mean of
 * those that it stands for. Memory is that of the thumbnail, whatever the metadata says.
 */
final class NativeFrame {

  private final byte[] frame;
  private final PixelFormat format;
  private final int width;
  private final int height;

  private NativeFrame(byte[] frame, PixelFormat format) {
    int longest = Math.max(format.rows(), format.columns());
    this.frame = frame;
    this.format = format;
    this.width = Thumbnail.reduced(format.columns(), longest);
    this.height = Thumbnail.reduced(format.rows(), longest);
  }

  /**
   * Draws a frame.
   *
   * @throws UndrawableException when the bytes are not as many as the format wants
   */
  static BufferedImage draw(byte[] frame, PixelFormat format) throws UndrawableException {
    long wanted = format.frameBytes();
    // One byte may make an odd number even.
    if (frame.length != wanted && frame.length != wanted + wanted % 2) {
      throw new UndrawableException("a size that does not fit the metadata");
    }
    NativeFrame drawn = new NativeFrame(frame, format);
    return format.colours() ? drawn.inColour() : drawn.inGrey();
  }

  private BufferedImage inGrey() {
    double[] values = means(0);
    for (int at = 0; at < values.length; at++) {
      values[at] = values[at] * format.slope() + format.intercept();
    }
    Window window = format.window() == null ? all(values) : format.window();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster raster = picture.getRaster();
    for (int at = 0; at < values.length; at++) {
      int grey = window.grey(values[at]);
      raster.setSample(at % width, at / width, 0, format.inverted() ? 255 - grey : grey);
    }
    return picture;
  }

  private static Window all(double[] values) {
    return Window.spanning(
        Arrays.stream(values).min().orElse(0), Arrays.stream(values).max().orElse(0));
  }

  private BufferedImage inColour() {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    WritableRaster raster = picture.getRaster();
    Window all = Window.spanning(0, format.sample().greatest());
    for (int colour = 0; colour < format.samples(); colour++) {
      double[] values = means(colour);
      for (int at = 0; at < values.length; at++) {
        raster.setSample(at % width, at / width, colour, all.grey(values[at]));
      }
    }
    return picture;
  }

  private double[] means(int colour) {
    double[] means = new double[width * height];
    for (int at = 0; at < means.length; at++) {
      means[at] = mean(colour, at % width, at / width);
    }
    return means;
  }

  private double mean(int colour, int x, int y) {
    int left = edge(x, format.columns(), width);
    int right = edge(x + 1, format.columns(), width);
    int top = edge(y, format.rows(), height);
    int bottom = edge(y + 1, format.rows(), height);
    long sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        sum += format.sample().read(frame, offset(row, column, colour));
      }
    }
    return (double) sum / ((right - left) * (long) (bottom - top));
  }

  private static int edge(int at, int side, int reduced) {
    return (int) ((long) at * side / reduced);
  }

  private int offset(int row, int column, int colour) {
    int pixel = row * format.columns() + column;
    int sample =
        format.planar()
            ? colour * format.rows() * format.columns() + pixel
            : pixel * format.samples() + colour;
    return sample * format.sample().bytes();
  }
}
