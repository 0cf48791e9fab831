package dev.dicomwebdump.proof;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * What the beginning of a DICOM file tells: the file meta information (PS3.10 section 7.1) and the
 * first elements of the data set. What is empty, not there or not within reach is null.
 *
 * @param metaInstanceUid (0002,0003)
 * @param transferSyntax (0002,0010)
 * @param instanceUid (0008,0018)
 * @param studyUid (0020,000D)
 * @param seriesUid (0020,000E)
 */
record FileHead(
    @Nullable String metaInstanceUid,
    @Nullable String transferSyntax,
    @Nullable String instanceUid,
    @Nullable String studyUid,
    @Nullable String seriesUid) {

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
    if (syntax == null) {
      return new FileHead(metaUid, null, null, null, null);
    }
    Elements dataSet = dataSet(buffer, syntax);
    return new FileHead(
        metaUid,
        syntax,
        dataSet.find(0x0008, 0x0018),
        dataSet.find(0x0020, 0x000D),
        dataSet.find(0x0020, 0x000E));
  }

  /** What the file says of which instance it is; null when it says nothing. */
  @Nullable String toldInstanceUid() {
    return instanceUid == null ? metaInstanceUid : instanceUid;
  }

  private static Elements dataSet(ByteBuffer buffer, String syntax) {
    ByteBuffer dataSet = TransferSyntax.isDeflated(syntax) ? inflated(buffer) : buffer;
    dataSet.order(
        TransferSyntax.isBigEndian(syntax) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    return new Elements(dataSet, TransferSyntax.isImplicit(syntax));
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
}
