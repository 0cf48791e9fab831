package dev.dicomwebdump.testkit.dicom;

/** What a synthetic instance holds, before it has its place in a study. Immutable. */
public final class InstanceTemplate {
  private final Content content;

  private InstanceTemplate(Content content) {
    this.content = content;
  }

  /** A grayscale image of 8 by 8 pixels. */
  public static InstanceTemplate image(TransferSyntax syntax, int frames) {
    return image(syntax, frames, 8, 8);
  }

  /**
   * A grayscale image of one byte a pixel. One frame makes it a single-frame object, which says
   * nothing of NumberOfFrames.
   *
   * @throws IllegalArgumentException when a number is below 1 or a side above 65535
   */
  public static InstanceTemplate image(TransferSyntax syntax, int frames, int rows, int columns) {
    return new InstanceTemplate(new ImageContent(syntax, frames, rows, columns));
  }

  /**
   * A square CT image with pixels of 16 bits: a slice of a phantom of 192 mm.
   *
   * @param number which slice, from 1
   * @param slices how many there are
   * @param side how many pixels it is wide and high
   * @throws IllegalArgumentException when there is no such slice
   */
  public static InstanceTemplate phantomSlice(int number, int slices, int side) {
    return new InstanceTemplate(new PhantomSlice(number, slices, side));
  }

  /**
   * A grayscale image of 48 by 48 pixels of one byte, on which a disc goes round once.
   *
   * @throws IllegalArgumentException when the frames are less than two
   */
  public static InstanceTemplate movingDisc(int frames) {
    return new InstanceTemplate(new MovingDisc(frames));
  }

  /** A structured report: no pixels, a sequence in its metadata. */
  public static InstanceTemplate report() {
    return new InstanceTemplate(new ReportContent());
  }

  /** A PDF in an instance: no pixels, but bulk data in (0042,0011). */
  public static InstanceTemplate document() {
    return new InstanceTemplate(new DocumentContent());
  }

  Content content() {
    return content;
  }
}
