package dev.dicomwebdump.testkit.dicom;

import java.nio.charset.StandardCharsets;

/** An Encapsulated PDF (PS3.3 section A.45.1). */
record DocumentContent() implements Content {

  @Override
  public String sopClassUid() {
    return "1.2.840.10008.5.1.4.1.1.104.1";
  }

  @Override
  public String modality() {
    return "DOC";
  }

  @Override
  public TransferSyntax syntax() {
    return TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
  }

  @Override
  public int numberOfFrames() {
    return 0;
  }

  @Override
  public byte[] frame(String sopInstanceUid, int number) {
    throw new IndexOutOfBoundsException("a document has no frames");
  }

  @Override
  public void addTo(DataSet dataSet, String sopInstanceUid) {
    byte[] pdf =
        ("%PDF-1.4\n% " + sopInstanceUid + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
    dataSet
        .text(0x00280301, Vr.CS, "NO")
        .sequence(0x0040A043)
        .text(0x00420010, Vr.ST, "A document")
        .put(new Element.Bulk(0x00420011, Vr.OB, DataSetEncoder.padded(pdf, Vr.OB)))
        .text(0x00420012, Vr.LO, "application/pdf");
  }
}
