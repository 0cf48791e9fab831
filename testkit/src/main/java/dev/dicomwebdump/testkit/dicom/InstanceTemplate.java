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
   * A CT image of 64 by 64 pixels of 16 bits: a slice of a phantom.
   *
   * @param number which slice, from 1
   * @param slices how many there are
   * @throws IllegalArgumentException when there is no such slice
   */
  public static InstanceTemplate phantomSlice(int number, int slices) {
    return new InstanceTemplate(new PhantomSlice(number, slices));
  }

  /**
   * A grayscale image of 48 by 48 pixels of one byte, on which a disc goes round once.
   *
   * @throws IllegalArgumentException when the frames are less than two
   */
  public static InstanceTemplate movingDisc(int frames) {
    return new InstanceTemplate(new MovingDisc(frames));
  }

  /**
   * A slice of a CT of 256 by 256 pixels of two bytes, on which a person sees a head: Hounsfield
   * units from an intercept of -1024, with a window of 160 around 40.
   *
   * @param slice which slice of the series, from 1
   */
  public static InstanceTemplate headSlice(int slice) {
    return new InstanceTemplate(new PhantomContent(slice));
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
