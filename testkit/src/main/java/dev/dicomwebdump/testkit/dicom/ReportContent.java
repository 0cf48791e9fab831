package dev.dicomwebdump.testkit.dicom;

/** A Comprehensive SR that holds nothing but its title (PS3.3 section A.35.3). */
record ReportContent() implements Content {

  @Override
  public String sopClassUid() {
    return "1.2.840.10008.5.1.4.1.1.88.33";
  }

  @Override
  public String modality() {
    return "SR";
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
    throw new IndexOutOfBoundsException("a report has no frames");
  }

  @Override
  public void addTo(DataSet dataSet, String sopInstanceUid) {
    DataSet title =
        new DataSet()
            .text(0x00080100, Vr.SH, "121111")
            .text(0x00080102, Vr.SH, "DCM")
            .text(0x00080104, Vr.LO, "Summary");
    dataSet
        .text(0x00080023, Vr.DA, "20260101")
        .text(0x00080033, Vr.TM, "120000")
        .text(0x0040A040, Vr.CS, "CONTAINER")
        .sequence(0x0040A043, title)
        .text(0x0040A050, Vr.CS, "SEPARATE")
        .text(0x0040A491, Vr.CS, "COMPLETE")
        .text(0x0040A493, Vr.CS, "UNVERIFIED");
  }
}
