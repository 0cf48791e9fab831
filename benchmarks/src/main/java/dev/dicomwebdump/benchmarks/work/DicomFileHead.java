package dev.dicomwebdump.benchmarks.work;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A DICOM file (PS3.10 section 7) up to the value of its pixel data, in Explicit VR Little Endian:
 * no more than makes it one.
 */
final class DicomFileHead {

  private static final String ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1";
  private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

  private final ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

  private DicomFileHead() {}

  static byte[] of(Study study, int series, int instance) {
    String sop = Study.sopUid(series, instance);
    byte[] meta = new DicomFileHead().fileMeta(sop).bytes();
    return new DicomFileHead()
        .preamble(meta)
        .text(0x00080016, "UI", ENHANCED_CT)
        .text(0x00080018, "UI", sop)
        .text(0x0020000D, "UI", Study.UID)
        .text(0x0020000E, "UI", Study.seriesUid(series))
        .number(0x00280002, 1)
        .text(0x00280004, "CS", "MONOCHROME2")
        .text(0x00280008, "IS", Integer.toString(study.frames()))
        .number(0x00280010, study.rows())
        .number(0x00280011, study.columns())
        .number(0x00280100, 16)
        .number(0x00280101, 16)
        .number(0x00280102, 15)
        .number(0x00280103, 0)
        .longHead(0x7FE00010, "OW", study.frames() * study.frameBytes())
        .bytes();
  }

  private DicomFileHead fileMeta(String sop) {
    longHead(0x00020001, "OB", 2);
    out.put(new byte[] {0, 1});
    return text(0x00020002, "UI", ENHANCED_CT)
        .text(0x00020003, "UI", sop)
        .text(0x00020010, "UI", EXPLICIT_LITTLE_ENDIAN)
        .text(0x00020012, "UI", "2.999.31415");
  }

  private DicomFileHead preamble(byte[] meta) {
    out.put(new byte[128]).put(ascii("DICM"));
    tag(0x00020000, "UL").putShort((short) 4).putInt(meta.length).put(meta);
    return this;
  }

  private DicomFileHead text(int tag, String vr, String value) {
    byte[] even = Arrays.copyOf(ascii(value), (value.length() + 1) / 2 * 2);
    if (even.length > value.length() && !vr.equals("UI")) {
      even[value.length()] = ' ';
    }
    tag(tag, vr).putShort((short) even.length).put(even);
    return this;
  }

  private DicomFileHead number(int tag, int value) {
    tag(tag, "US").putShort((short) 2).putShort((short) value);
    return this;
  }

  private DicomFileHead longHead(int tag, String vr, int length) {
    tag(tag, vr).putShort((short) 0).putInt(length);
    return this;
  }

  private ByteBuffer tag(int tag, String vr) {
    return out.putShort((short) (tag >>> 16)).putShort((short) tag).put(ascii(vr));
  }

  private byte[] bytes() {
    return Arrays.copyOf(out.array(), out.position());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
