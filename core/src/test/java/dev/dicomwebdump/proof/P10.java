package dev.dicomwebdump.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes small DICOM files (PS3.10 section 7), also such as no sound writer would. */
final class P10 {

  static final String IMPLICIT = "1.2.840.10008.1.2";
  static final String EXPLICIT = "1.2.840.10008.1.2.1";
  static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
  static final String DEFLATED = "1.2.840.10008.1.2.1.99";

  private static final int UNDEFINED = 0xFFFFFFFF;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private boolean implicit;

  private P10() {}

  /**
   * A file.
   *
   * @param metaUid (0002,0003); null for none
   * @param syntax (0002,0010), in which the data set is written; null for none and Explicit VR
   * @param dataUid (0008,0018); null for none
   */
  static byte[] file(@Nullable String metaUid, @Nullable String syntax, @Nullable String dataUid) {
    return file(metaUid, syntax, dataUid, null, null);
  }

  /**
   * A file that tells where it belongs, behind sequences with and without a length.
   *
   * @param studyUid (0020,000D); null for none
   * @param seriesUid (0020,000E); null for none
   */
  static byte[] file(
      @Nullable String metaUid,
      @Nullable String syntax,
      @Nullable String dataUid,
      @Nullable String studyUid,
      @Nullable String seriesUid) {
    P10 file = new P10();
    file.bytes.writeBytes(new byte[128]);
    file.bytes.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
    file.element(0x0002, 0x0001, "OB", "\u0000\u0001");
    file.element(0x0002, 0x0003, "UI", metaUid);
    file.element(0x0002, 0x0010, "UI", syntax);
    file.element(0x0002, 0x0013, "SH", "TEST");
    byte[] dataSet = dataSet(syntax, dataUid, studyUid, seriesUid);
    file.bytes.writeBytes(DEFLATED.equals(syntax) ? deflate(dataSet) : dataSet);
    return file.bytes.toByteArray();
  }

  private static byte[] dataSet(
      @Nullable String syntax,
      @Nullable String uid,
      @Nullable String studyUid,
      @Nullable String seriesUid) {
    P10 dataSet = new P10();
    dataSet.implicit = IMPLICIT.equals(syntax);
    dataSet.order = BIG_ENDIAN.equals(syntax) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    dataSet.element(0x0008, 0x0005, "CS", "ISO_IR 192");
    dataSet.element(0x0008, 0x0018, "UI", uid);
    dataSet.element(0x0008, 0x0119, "UC", "a long form of explicit VR");
    dataSet.nested();
    dataSet.element(0x0010, 0x0010, "PN", "Nobody");
    dataSet.element(0x0020, 0x000D, "UI", studyUid);
    dataSet.element(0x0020, 0x000E, "UI", seriesUid);
    return dataSet.bytes.toByteArray();
  }

  /** Sequences in sequences, each item with other UIDs in it, that have no length. */
  private void nested() {
    sequence(0x0008, 0x1115);
    delimiter(0xE000, UNDEFINED);
    element(0x0020, 0x000E, "UI", "9.9");
    sequence(0x0008, 0x1199);
    delimiter(0xE000, 12);
    element(0x0008, 0x1155, "UI", "9.8.");
    delimiter(0xE000, UNDEFINED);
    delimiter(0xE00D, 0);
    delimiter(0xE0DD, 0);
    delimiter(0xE00D, 0);
    delimiter(0xE0DD, 0);
  }

  private void sequence(int group, int element) {
    ByteBuffer head = ByteBuffer.allocate(12).order(order);
    head.putShort((short) group).putShort((short) element);
    if (!implicit) {
      head.put(new byte[] {'S', 'Q', 0, 0});
    }
    head.putInt(UNDEFINED);
    bytes.write(head.array(), 0, head.position());
  }

  private void delimiter(int element, int length) {
    ByteBuffer head = ByteBuffer.allocate(8).order(order);
    head.putShort((short) 0xFFFE).putShort((short) element).putInt(length);
    bytes.writeBytes(head.array());
  }

  private void element(int group, int element, String vr, @Nullable String text) {
    if (text == null) {
      return;
    }
    byte[] value =
        (text.length() % 2 == 0 ? text : text + '\0').getBytes(StandardCharsets.US_ASCII);
    ByteBuffer head = ByteBuffer.allocate(12).order(order);
    head.putShort((short) group).putShort((short) element);
    if (implicit) {
      head.putInt(value.length);
    } else {
      head.put(vr.getBytes(StandardCharsets.US_ASCII));
      if (vr.equals("OB") || vr.equals("UC")) {
        head.putShort((short) 0).putInt(value.length);
      } else {
        head.putShort((short) value.length);
      }
    }
    bytes.write(head.array(), 0, head.position());
    bytes.writeBytes(value);
  }

  private static byte[] deflate(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater raw = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, raw)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }
}
