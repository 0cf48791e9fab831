package dev.dicomwebdump.testkit.dicom;

import java.math.BigDecimal;
import java.util.List;

/**
 * A square CT image with pixels of 16 bits (PS3.3 section A.3): a slice of the phantom of Shepp and
 * Logan in three dimensions, with the contrast made stronger, as is usual.
 *
 * @param number which slice, from 1
 * @param slices how many there are
 * @param side how many pixels it is wide and high
 */
record PhantomSlice(int number, int slices, int side) implements Content {
  private static final int MILLIMETRES = 192;
  private static final double HALF_SIDE = MILLIMETRES / 2.0;
  private static final int INTERCEPT = -1024;

  /** How many millimetres the slices span: beyond there is nothing to see. */
  private static final int SPAN = 132;

  private static final List<Ellipsoid> PHANTOM =
      List.of(
          new Ellipsoid(1, 0.69, 0.92, 0.81, 0, 0, 0, 0),
          new Ellipsoid(-0.8, 0.6624, 0.874, 0.78, 0, -0.0184, 0, 0),
          new Ellipsoid(-0.2, 0.11, 0.31, 0.22, 0.22, 0, 0, -18),
          new Ellipsoid(-0.2, 0.16, 0.41, 0.28, -0.22, 0, 0, 18),
          new Ellipsoid(0.1, 0.21, 0.25, 0.41, 0, 0.35, -0.15, 0),
          new Ellipsoid(0.1, 0.046, 0.046, 0.05, 0, 0.1, 0.25, 0),
          new Ellipsoid(0.1, 0.046, 0.046, 0.05, 0, -0.1, 0.25, 0),
          new Ellipsoid(0.1, 0.046, 0.023, 0.05, -0.08, -0.605, 0, 0),
          new Ellipsoid(0.1, 0.023, 0.023, 0.02, 0, -0.606, 0, 0),
          new Ellipsoid(0.1, 0.023, 0.046, 0.02, 0.06, -0.605, 0, 0));

  PhantomSlice {
    if (number < 1 || number > slices) {
      throw new IllegalArgumentException("slice " + number + " of " + slices);
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
  public byte[] frame(String sopInstanceUid, int frame) {
    LittleEndianOutput pixels = new LittleEndianOutput();
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        pixels.u16(hounsfield(place(column), -place(row)) - INTERCEPT);
      }
    }
    return pixels.toByteArray();
  }

  @Override
  public void addTo(DataSet dataSet, String sopInstanceUid) {
    Grayscale.addTo(dataSet, side, side, 16, 12);
    addPlace(dataSet);
    dataSet
        .text(0x00080008, Vr.CS, "ORIGINAL", "PRIMARY", "AXIAL")
        .text(0x00081030, Vr.LO, "Shepp-Logan phantom")
        .text(0x0008103E, Vr.LO, slices + " slices")
        .text(0x00180060, Vr.DS)
        .text(0x00200012, Vr.IS)
        .text(0x00200052, Vr.UI, sopInstanceUid.replaceFirst("[0-9]+$", "0"))
        .text(0x00201040, Vr.LO)
        .text(0x00281050, Vr.DS, "-500")
        .text(0x00281051, Vr.DS, "800")
        .text(0x00281052, Vr.DS, Integer.toString(INTERCEPT))
        .text(0x00281053, Vr.DS, "1")
        .text(0x00281054, Vr.LO, "HU")
        .put(new Element.Bulk(0x7FE00010, Vr.OW, frame(sopInstanceUid, 1)));
  }

  /** The Image Plane module (PS3.3 section C.7.6.2). */
  private void addPlace(DataSet dataSet) {
    String corner = Double.toString(HALF_SIDE * place(0));
    String height = Double.toString(height());
    String spacing =
        new BigDecimal(MILLIMETRES)
            .divide(new BigDecimal(side))
            .stripTrailingZeros()
            .toPlainString();
    dataSet
        .text(0x00180050, Vr.DS, Integer.toString(SPAN / slices))
        .text(0x00185100, Vr.CS, "HFS")
        .text(0x00200032, Vr.DS, corner, corner, height)
        .text(0x00200037, Vr.DS, "1", "0", "0", "0", "1", "0")
        .text(0x00280030, Vr.DS, spacing, spacing);
  }

  /** Where the middle of a pixel lies, from -1 to 1. */
  private double place(int pixel) {
    return (2 * pixel + 1.0) / side - 1;
  }

  /** Where the slice lies, in millimetres from the middle. */
  private double height() {
    return (number - (slices + 1) / 2.0) * SPAN / slices;
  }

  /** Nothing is -1000, and the strongest of the phantom 1000. */
  private int hounsfield(double x, double y) {
    double z = height() / HALF_SIDE;
    double intensity =
        PHANTOM.stream()
            .filter(part -> part.contains(x, y, z))
            .mapToDouble(Ellipsoid::intensity)
            .sum();
    return (int) Math.round(2000 * intensity) - 1000;
  }
}
