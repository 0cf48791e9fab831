package dev.dicomwebdump.testkit.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads back a P10 file, with none of the writer's code: elements of the top level in file order.
 */
final class P10Reader {
  private static final List<String> LONG_VRS = List.of("OB", "SQ");

  private final ByteBuffer in;
  private final Map<Integer, byte[]> elements = new LinkedHashMap<>();
  private final List<byte[]> pixelItems = new ArrayList<>();
  private int fileMetaLength;

  P10Reader(byte[] file) {
    in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    in.position(132);
    readFileMeta();
    boolean explicit = !text(0x00020010).equals("1.2.840.10008.1.2");
    while (in.hasRemaining()) {
      readElement(explicit);
    }
  }

  private void readFileMeta() {
    readElement(true);
    fileMetaLength = ByteBuffer.wrap(bytes(0x00020000)).order(ByteOrder.LITTLE_ENDIAN).getInt();
    int end = in.position() + fileMetaLength;
    while (in.position() < end) {
      readElement(true);
    }
  }

  private void readElement(boolean explicit) {
    int tag = readTag();
    int length = explicit ? readExplicitLength() : in.getInt();
    if (length == -1) {
      readItems();
    } else {
      elements.put(tag, readBytes(length));
    }
  }

  private int readExplicitLength() {
    String vr = new String(readBytes(2), StandardCharsets.US_ASCII);
    if (LONG_VRS.contains(vr)) {
      in.getShort();
      return in.getInt();
    }
    return Short.toUnsignedInt(in.getShort());
  }

  private void readItems() {
    while (readTag() == 0xFFFEE000) {
      pixelItems.add(readBytes(in.getInt()));
    }
    in.getInt();
  }

  private int readTag() {
    return Short.toUnsignedInt(in.getShort()) << 16 | Short.toUnsignedInt(in.getShort());
  }

  private byte[] readBytes(int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  /** The top-level elements but encapsulated pixel data, in file order. */
  Map<Integer, byte[]> elements() {
    return elements;
  }

  byte[] bytes(int tag) {
    byte[] value = elements.get(tag);
    if (value == null) {
      throw new IllegalStateException("absent: " + Integer.toHexString(tag));
    }
    return value;
  }

  String text(int tag) {
    return new String(bytes(tag), StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  /** The items of encapsulated pixel data, the offset table first. */
  List<byte[]> pixelItems() {
    return pixelItems;
  }
}
