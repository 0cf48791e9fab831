package dev.dicomwebdump.testkit.dicom;

import java.nio.charset.StandardCharsets;

/** The DICOM file format: preamble, prefix, file meta information, data set (PS3.10 section 7). */
final class P10File {
  /** Below 2.999, the arc of examples; it stands for this writer. */
  private static final String IMPLEMENTATION_CLASS_UID = "2.999.10";

  private P10File() {}

  static byte[] write(
      String sopClassUid, String sopInstanceUid, TransferSyntax syntax, DataSet dataSet) {
    boolean explicit = syntax != TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    return new LittleEndianOutput()
        .bytes(new byte[128])
        .bytes("DICM".getBytes(StandardCharsets.US_ASCII))
        .bytes(fileMeta(sopClassUid, sopInstanceUid, syntax))
        .bytes(new DataSetEncoder(explicit).encode(dataSet))
        .toByteArray();
  }

  private static byte[] fileMeta(String sopClassUid, String sopInstanceUid, TransferSyntax syntax) {
    DataSet meta =
        new DataSet()
            .put(new Element.Bulk(0x00020001, Vr.OB, new byte[] {0, 1}))
            .text(0x00020002, Vr.UI, sopClassUid)
            .text(0x00020003, Vr.UI, sopInstanceUid)
            .text(0x00020010, Vr.UI, syntax.uid())
            .text(0x00020012, Vr.UI, IMPLEMENTATION_CLASS_UID)
            .text(0x00020013, Vr.SH, "TESTKIT");
    DataSetEncoder encoder = new DataSetEncoder(true);
    int length = encoder.encode(meta).length;
    return encoder.encode(meta.number(0x00020000, Vr.UL, length));
  }
}
