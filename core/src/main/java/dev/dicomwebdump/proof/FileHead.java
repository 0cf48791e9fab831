package dev.dicomwebdump.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * What the beginning of a DICOM file tells: the file meta information (PS3.10 section 7.1) and the
 * first elements of the data set.
 *
 * @param metaInstanceUid (0002,0003); null when it is empty or not there
 * @param transferSyntax (0002,0010); null when it is empty or not there
 * @param instanceUid (0008,0018); null when it is not within reach
 */
record FileHead(
    @Nullable String metaInstanceUid,
    @Nullable String transferSyntax,
    @Nullable String instanceUid) {

  private static final int PREAMBLE = 128;
  private static final int MAGIC = 0x4449434D;

  /** Enough for the first elements of a data set. */
  private static final int MOST_INFLATED = 1 << 14;

  /**
   * Reads it.
   *
   * @param bytes the file's first bytes, as many as there are
   * @return null when they do not begin as a DICOM file does
   */
  static @Nullable FileHead read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < PREAMBLE + 4 || buffer.getInt(PREAMBLE) != MAGIC) {
      return null;
    }
    buffer.position(PREAMBLE + 4);
    Elements meta = new Elements(buffer.order(ByteOrder.LITTLE_ENDIAN), false);
    String metaUid = meta.find(0x0002, 0x0003);
    String syntax = meta.find(0x0002, 0x0010);
    meta.skipGroup(0x0002);
    return new FileHead(metaUid, syntax, instanceUid(buffer, syntax));
  }

  private static @Nullable String instanceUid(ByteBuffer buffer, @Nullable String syntax) {
    if (syntax == null) {
      return null;
    }
    ByteBuffer dataSet = TransferSyntax.isDeflated(syntax) ? inflated(buffer) : buffer;
    dataSet.order(
        TransferSyntax.isBigEndian(syntax) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    return new Elements(dataSet, TransferSyntax.isImplicit(syntax)).find(0x0008, 0x0018);
  }

  /** The beginning of a deflated data set (PS3.5 annex A.5); empty when it is not one. */
  private static ByteBuffer inflated(ByteBuffer deflated) {
    byte[] inflated = new byte[MOST_INFLATED];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      return ByteBuffer.wrap(inflated, 0, inflater.inflate(inflated));
    } catch (DataFormatException e) {
      return ByteBuffer.allocate(0);
    } finally {
      inflater.end();
    }
  }

  /** Walks over elements in ascending order: PS3.5 section 7.1. */
  private record Elements(ByteBuffer buffer, boolean implicit) {

    private static final Set<String> LONG_FORM =
        Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    /** The element's text, or null; what is before it is passed, what is after it is not. */
    @Nullable String find(int group, int element) {
      while (buffer.remaining() >= 8) {
        int start = buffer.position();
        int tag = tag();
        if (Integer.compareUnsigned(tag, (group << 16) | element) > 0) {
          buffer.position(start);
          return null;
        }
        long length = length();
        if (length > buffer.remaining()) {
          buffer.position(buffer.limit());
          return null;
        }
        byte[] value = new byte[(int) length];
        buffer.get(value);
        if (tag == ((group << 16) | element)) {
          String text = new String(value, StandardCharsets.US_ASCII).replace('\0', ' ').strip();
          return text.isEmpty() ? null : text;
        }
      }
      return null;
    }

    void skipGroup(int group) {
      find(group, 0xFFFF);
    }

    private int tag() {
      return ((buffer.getShort() & 0xFFFF) << 16) | (buffer.getShort() & 0xFFFF);
    }

    private long length() {
      if (implicit) {
        return Integer.toUnsignedLong(buffer.getInt());
      }
      String vr = "" + (char) buffer.get() + (char) buffer.get();
      int shortLength = buffer.getShort() & 0xFFFF;
      if (!LONG_FORM.contains(vr)) {
        return shortLength;
      }
      return buffer.remaining() < 4 ? Long.MAX_VALUE : Integer.toUnsignedLong(buffer.getInt());
    }
  }
}
