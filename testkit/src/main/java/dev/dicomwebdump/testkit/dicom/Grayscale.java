package dev.dicomwebdump.testkit.dicom;

/** The Image Pixel module of a grayscale image (PS3.3 section C.7.6.3), but for the pixels. */
final class Grayscale {
  private Grayscale() {}

  /**
   * Adds the attributes.
   *
   * @param allocated how many bits a pixel takes
   * @param stored how many of them, from the lowest, are used
   */
  static void addTo(DataSet dataSet, int rows, int columns, int allocated, int stored) {
    dataSet
        .number(0x00280002, Vr.US, 1)
        .text(0x00280004, Vr.CS, "MONOCHROME2")
        .number(0x00280010, Vr.US, rows)
        .number(0x00280011, Vr.US, columns)
        .number(0x00280100, Vr.US, allocated)
        .number(0x00280101, Vr.US, stored)
        .number(0x00280102, Vr.US, stored - 1)
        .number(0x00280103, Vr.US, 0);
  }
}
