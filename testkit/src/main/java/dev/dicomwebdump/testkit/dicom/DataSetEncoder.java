package dev.dicomwebdump.testkit.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes data sets in little endian, with or without VRs (PS3.5 section 7 and annex A). */
final class DataSetEncoder {
  private static final int ITEM = 0xFFFEE000;
  private static final int SEQUENCE_DELIMITER = 0xFFFEE0DD;
  private static final int UNDEFINED_LENGTH = 0xFFFFFFFF;

  private final boolean explicit;

  DataSetEncoder(boolean explicit) {
    this.explicit = explicit;
  }

  byte[] encode(DataSet dataSet) {
    LittleEndianOutput out = new LittleEndianOutput();
    dataSet.elements().forEach(element -> write(element, out));
    return out.toByteArray();
  }

  private void write(Element element, LittleEndianOutput out) {
    if (element instanceof Element.Fragments fragments) {
      head(element, UNDEFINED_LENGTH, out);
      encapsulated(fragments.frames(), out);
      return;
    }
    byte[] value = padded(value(element), element.vr());
    head(element, value.length, out);
    out.bytes(value);
  }

  private void head(Element element, int length, LittleEndianOutput out) {
    out.tag(element.tag());
    if (!explicit) {
      out.u32(length);
      return;
    }
    out.bytes(element.vr().name().getBytes(StandardCharsets.US_ASCII));
    if (element.vr().hasLongLength()) {
      out.u16(0).u32(length);
    } else {
      out.u16(length);
    }
  }

  private byte[] value(Element element) {
    if (element instanceof Element.Text text) {
      return String.join("\\", text.values()).getBytes(StandardCharsets.UTF_8);
    }
    if (element instanceof Element.Unsigned number) {
      return number(number);
    }
    if (element instanceof Element.Sequence sequence) {
      return items(sequence.items());
    }
    if (element instanceof Element.Bulk bulk) {
      return bulk.value();
    }
    throw new IllegalStateException("no value: " + element);
  }

  private static byte[] number(Element.Unsigned number) {
    LittleEndianOutput out = new LittleEndianOutput();
    return (number.vr() == Vr.US ? out.u16(number.value()) : out.u32(number.value())).toByteArray();
  }

  private byte[] items(List<DataSet> items) {
    LittleEndianOutput out = new LittleEndianOutput();
    items.forEach(item -> item(encode(item), out));
    return out.toByteArray();
  }

  private static void item(byte[] content, LittleEndianOutput out) {
    out.tag(ITEM).u32(content.length).bytes(content);
  }

  /** A Basic Offset Table, the fragments, a delimiter (PS3.5 section A.4). */
  private static void encapsulated(List<List<byte[]>> frames, LittleEndianOutput out) {
    LittleEndianOutput offsets = new LittleEndianOutput();
    LittleEndianOutput fragments = new LittleEndianOutput();
    int offset = 0;
    for (List<byte[]> frame : frames) {
      offsets.u32(offset);
      for (byte[] fragment : frame) {
        item(fragment, fragments);
        offset += 8 + fragment.length;
      }
    }
    item(offsets.toByteArray(), out);
    out.bytes(fragments.toByteArray()).tag(SEQUENCE_DELIMITER).u32(0);
  }

  static byte[] padded(byte[] value, Vr vr) {
    if (value.length % 2 == 0) {
      return value;
    }
    byte[] even = Arrays.copyOf(value, value.length + 1);
    even[value.length] = vr.padding();
    return even;
  }
}
