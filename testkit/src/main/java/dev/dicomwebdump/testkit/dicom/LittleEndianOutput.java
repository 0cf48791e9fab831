package dev.dicomwebdump.testkit.dicom;

import java.io.ByteArrayOutputStream;

/** Numbers and bytes, the low byte first. */
final class LittleEndianOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  LittleEndianOutput u16(int value) {
    bytes.write(value);
    bytes.write(value >>> 8);
    return this;
  }

  LittleEndianOutput u32(int value) {
    return u16(value).u16(value >>> 16);
  }

  LittleEndianOutput bytes(byte[] value) {
    bytes.writeBytes(value);
    return this;
  }

  /** Group, then element. */
  LittleEndianOutput tag(int tag) {
    return u16(tag >>> 16).u16(tag);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
