package dev.dicomwebdump.it;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntBinaryOperator;

/** A square grey picture as the means of 16 by 16 fields, whatever its size. */
final class GreyFields {
  private static final int FIELDS = 16;

  private GreyFields() {}

  /** Of the square in the middle of a picture. */
  static double[] of(BufferedImage picture) {
    int side = Math.min(picture.getWidth(), picture.getHeight());
    int left = (picture.getWidth() - side) / 2;
    int top = (picture.getHeight() - side) / 2;
    return of(side, (x, y) -> picture.getRGB(left + x, top + y) & 0xFF);
  }

  /**
   * Of pixels of two bytes, seen through a window as of PS3.3 section C.11.2.1.2.
   *
   * @param intercept what makes values of what is stored
   */
  static double[] of(byte[] pixels, int side, int intercept, int center, int width) {
    ByteBuffer stored = ByteBuffer.wrap(pixels).order(ByteOrder.LITTLE_ENDIAN);
    return of(
        side,
        (x, y) -> {
          int value = stored.getShort(2 * (y * side + x)) + intercept;
          double grey = (value - (center - 0.5)) / (width - 1) + 0.5;
          return (int) Math.round(255 * Math.max(0, Math.min(1, grey)));
        });
  }

  private static double[] of(int side, IntBinaryOperator grey) {
    double[] sums = new double[FIELDS * FIELDS];
    int[] counts = new int[FIELDS * FIELDS];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int field = y * FIELDS / side * FIELDS + x * FIELDS / side;
        sums[field] += grey.applyAsInt(x, y);
        counts[field]++;
      }
    }
    for (int field = 0; field < sums.length; field++) {
      sums[field] /= counts[field];
    }
    return sums;
  }
}
