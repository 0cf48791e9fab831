package dev.dicomwebdump.testkit.dicom;

/**
 * A multi-frame image of 48 by 48 pixels of 8 bits (PS3.3 section A.8.3), on which a disc goes
 * round once.
 */
record MovingDisc(int numberOfFrames) implements Content {
  private static final int SIDE = 48;
  private static final double ORBIT = 14;
  private static final double RADIUS = 6;

  MovingDisc {
    if (numberOfFrames < 2) {
      throw new IllegalArgumentException("a movement has two frames or more");
    }
  }

  @Override
  public String sopClassUid() {
    return "1.2.840.10008.5.1.4.1.1.7.2";
  }

  @Override
  public String modality() {
    return "OT";
  }

  @Override
  public TransferSyntax syntax() {
    return TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
  }

  @Override
  public byte[] frame(String sopInstanceUid, int number) {
    double angle = 2 * StrictMath.PI * (number - 1) / numberOfFrames;
    double x = SIDE / 2.0 + ORBIT * StrictMath.sin(angle);
    double y = SIDE / 2.0 - ORBIT * StrictMath.cos(angle);
    byte[] pixels = new byte[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      int row = i / SIDE;
      int column = i % SIDE;
      double away = StrictMath.hypot(column + 0.5 - x, row + 0.5 - y);
      pixels[i] = (byte) (away <= RADIUS ? 255 : 32);
    }
    return pixels;
  }

  @Override
  public void addTo(DataSet dataSet, String sopInstanceUid) {
    Grayscale.addTo(dataSet, SIDE, SIDE, 8, 8);
    LittleEndianOutput pixels = new LittleEndianOutput();
    for (int number = 1; number <= numberOfFrames; number++) {
      pixels.bytes(frame(sopInstanceUid, number));
    }
    dataSet
        .text(0x00080064, Vr.CS, "SYN")
        .text(0x00081030, Vr.LO, "Moving disc")
        .text(0x0008103E, Vr.LO, numberOfFrames + " frames")
        .text(0x00181063, Vr.DS, "50")
        .text(0x00280008, Vr.IS, Integer.toString(numberOfFrames))
        .put(new Element.Bulk(0x7FE00010, Vr.OB, pixels.toByteArray()));
  }
}
