package dev.dicomwebdump.report.sheet;

import dev.dicomwebdump.dicomjson.Attribute;
import dev.dicomwebdump.dicomjson.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * What metadata tells of native pixels that can be drawn: PS3.3 sections C.7.6.3, C.11.1 and
 * C.11.2. Immutable.
 *
 * @param rows from 1 to 65535
 * @param columns from 1 to 65535
 * @param colours RGB with three samples a pixel, not grey with one
 * @param planar whether all samples of a colour lie together
 * @param inverted whether the least value is white
 * @param sample how a sample lies in the bytes
 * @param slope by what a stored value is multiplied
 * @param intercept what is added to it then
 * @param window which values are shown; null where the metadata does not tell
 */
record PixelFormat(
    int rows,
    int columns,
    boolean colours,
    boolean planar,
    boolean inverted,
    SampleLayout sample,
    double slope,
    double intercept,
    @Nullable Window window) {

  private static final int MOST_ROWS = 65535;

  /**
   * Reads the metadata of an instance.
   *
   * @throws UndrawableException when its pixels are not of a form that can be drawn
   */
  static PixelFormat of(Dataset metadata) throws UndrawableException {
    Numbers numbers = new Numbers(metadata);
    boolean colours = areColours(metadata);
    if (numbers.whole(Attribute.SAMPLES_PER_PIXEL, 1, 4, colours ? 3 : 1) != (colours ? 3 : 1)) {
      throw new UndrawableException("colours that do not fit the samples a pixel");
    }
    return new PixelFormat(
        numbers.whole(Attribute.ROWS, 1, MOST_ROWS, 0),
        numbers.whole(Attribute.COLUMNS, 1, MOST_ROWS, 0),
        colours,
        numbers.whole(Attribute.PLANAR_CONFIGURATION, 0, 1, 0) == 1,
        isInverted(metadata),
        sample(numbers),
        numbers.real(Attribute.RESCALE_SLOPE, 1),
        numbers.real(Attribute.RESCALE_INTERCEPT, 0),
        window(numbers));
  }

  /** Whether the metadata says that the least value is white. */
  static boolean isInverted(Dataset metadata) {
    return "MONOCHROME1".equals(metadata.string(Attribute.PHOTOMETRIC_INTERPRETATION));
  }

  /** How many bytes a frame has. */
  long frameBytes() {
    return (long) rows * columns * samples() * sample.bytes();
  }

  /** How many samples a pixel has. */
  int samples() {
    return colours ? 3 : 1;
  }

  private static boolean areColours(Dataset metadata) throws UndrawableException {
    String told = metadata.string(Attribute.PHOTOMETRIC_INTERPRETATION);
    return switch (told == null ? "" : told) {
      case "MONOCHROME1", "MONOCHROME2" -> false;
      case "RGB" -> true;
      case "PALETTE COLOR" -> throw new UndrawableException("colours from a palette");
      case "YBR_FULL", "YBR_FULL_422", "YBR_PARTIAL_422", "YBR_PARTIAL_420" ->
          throw new UndrawableException("luminance and colour apart (YBR)");
      default -> throw new UndrawableException("colours that are not known");
    };
  }

  private static SampleLayout sample(Numbers numbers) throws UndrawableException {
    int allocated = numbers.whole(Attribute.BITS_ALLOCATED, 1, 64, 0);
    if (allocated != 8 && allocated != 16) {
      throw new UndrawableException(allocated + " bits a sample");
    }
    int stored = numbers.whole(Attribute.BITS_STORED, 1, allocated, allocated);
    int high = numbers.whole(Attribute.HIGH_BIT, stored - 1, allocated - 1, stored - 1);
    boolean signed = numbers.whole(Attribute.PIXEL_REPRESENTATION, 0, 1, 0) == 1;
    return new SampleLayout(allocated / 8, stored, high + 1 - stored, signed);
  }

  private static @Nullable Window window(Numbers numbers) {
    double center = numbers.real(Attribute.WINDOW_CENTER, Double.NaN);
    double width = numbers.real(Attribute.WINDOW_WIDTH, Double.NaN);
    return Double.isNaN(center) || !(width >= 1) ? null : new Window(center, width);
  }

  /** The numbers of a dataset, which may hold anything. */
  private record Numbers(Dataset metadata) {

    /** A whole number; the usual one where there is none. */
    int whole(Attribute attribute, int least, int most, int usual) throws UndrawableException {
      long value = metadata.integer(attribute).orElse(usual);
      if (value < least || value > most) {
        throw new UndrawableException("metadata without a good value of " + attribute);
      }
      return (int) value;
    }

    /** A number; the usual one where there is none. */
    double real(Attribute attribute, double usual) {
      String value = metadata.string(attribute);
      try {
        double number = value == null ? usual : Double.parseDouble(value);
        return Double.isInfinite(number) ? usual : number;
      } catch (NumberFormatException e) {
        return usual; // Text that is no decimal string tells nothing.
      }
    }
  }
}
