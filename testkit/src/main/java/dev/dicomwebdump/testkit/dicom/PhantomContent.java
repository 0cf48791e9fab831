package dev.dicomwebdump.testkit.dicom;

import java.util.List;

/**
 * A slice of a head as CT shows it (PS3.3 section A.3.3): ellipses of skin, bone, brain, fluid and
 * blood in air, in Hounsfield units. Each slice is a little smaller than the one before.
 *
 * @param slice which slice of the series, from 1
 */
record PhantomContent(int slice) implements Content {
  private static final int SIDE = 256;
  private static final int AIR = -1000;
  private static final int INTERCEPT = -1024;

  /** Later ones lie over earlier ones. */
  private static final List<Ellipse> HEAD =
      List.of(
          new Ellipse(0, 0, 0.72, 0.92, 60),
          new Ellipse(0, 0, 0.69, 0.89, 900),
          new Ellipse(0, 0, 0.63, 0.83, 35),
          new Ellipse(-0.14, -0.05, 0.09, 0.32, 5),
          new Ellipse(0.14, -0.05, 0.09, 0.32, 5),
          new Ellipse(0.36, 0.3, 0.16, 0.12, 75));

  /**
   * Lengths are parts of half a side, from the middle, to the right and down.
   *
   * @param x the middle of it
   * @param y the middle of it
   * @param a half of its width
   * @param b half of its height
   * @param hounsfield what it is of
   */
  private record Ellipse(double x, double y, double a, double b, int hounsfield) {
    boolean contains(double atX, double atY) {
      return Math.hypot((atX - x) / a, (atY - y) / b) < 1;
    }
  }

  @Override
  public String sopClassUid() {
    return "1.2.840.10008.5.1.4.1.1.2";
  }

  @Override
  public String modality() {
    return "CT";
  }

  @Override
  public TransferSyntax syntax() {
    return TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
  }

  @Override
  public int numberOfFrames() {
    return 1;
  }

  @Override
  public byte[] frame(String sopInstanceUid, int number) {
    LittleEndianOutput pixels = new LittleEndianOutput();
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        pixels.u16(hounsfield(place(column), place(row)) - INTERCEPT);
      }
    }
    return pixels.toByteArray();
  }

  @Override
  public void addTo(DataSet dataSet, String sopInstanceUid) {
    dataSet
        .text(0x00080008, Vr.CS, "ORIGINAL", "PRIMARY", "AXIAL")
        .text(0x00180050, Vr.DS, "5")
        .text(0x00180060, Vr.DS, "120")
        .text(0x00200012, Vr.IS)
        .text(0x00200032, Vr.DS, "-120", "-120", Integer.toString(5 * slice))
        .text(0x00200037, Vr.DS, "1", "0", "0", "0", "1", "0")
        .text(0x00200052, Vr.UI, "2.999.0")
        .text(0x00201040, Vr.LO)
        .number(0x00280002, Vr.US, 1)
        .text(0x00280004, Vr.CS, "MONOCHROME2")
        .number(0x00280010, Vr.US, SIDE)
        .number(0x00280011, Vr.US, SIDE)
        .text(0x00280030, Vr.DS, "0.9375", "0.9375")
        .number(0x00280100, Vr.US, 16)
        .number(0x00280101, Vr.US, 12)
        .number(0x00280102, Vr.US, 11)
        .number(0x00280103, Vr.US, 0)
        .text(0x00281050, Vr.DS, "40")
        .text(0x00281051, Vr.DS, "160")
        .text(0x00281052, Vr.DS, Integer.toString(INTERCEPT))
        .text(0x00281053, Vr.DS, "1")
        .text(0x00281054, Vr.LO, "HU")
        .put(new Element.Bulk(0x7FE00010, Vr.OW, frame(sopInstanceUid, 1)));
  }

  private static double place(int pixel) {
    return (pixel + 0.5) * 2 / SIDE - 1;
  }

  private int hounsfield(double x, double y) {
    double size = 1 - 0.05 * (slice - 1);
    int hounsfield = AIR;
    for (Ellipse ellipse : HEAD) {
      if (ellipse.contains(x / size, y / size)) {
        hounsfield = ellipse.hounsfield();
      }
    }
    return hounsfield;
  }
}
