package dev.dicomwebdump.testkit.dicom;

import java.util.Arrays;

/**
 * One frame in RLE (PS3.5 annex G): one segment, literal runs only, which is valid and no shorter.
 */
final class RleFrame {
  private static final int HEADER_LENGTH = 64;
  private static final int LONGEST_RUN = 128;

  private RleFrame() {}

  /** Encodes one byte a pixel; runs end with the rows. */
  static byte[] encode(byte[] pixels, int columns) {
    LittleEndianOutput out = new LittleEndianOutput().u32(1).u32(HEADER_LENGTH);
    out.bytes(new byte[HEADER_LENGTH - 8]);
    for (int row = 0; row < pixels.length; row += columns) {
      for (int from = row; from < row + columns; from += LONGEST_RUN) {
        byte[] run = Arrays.copyOfRange(pixels, from, Math.min(from + LONGEST_RUN, row + columns));
        out.bytes(new byte[] {(byte) (run.length - 1)}).bytes(run);
      }
    }
    return DataSetEncoder.padded(out.toByteArray(), Vr.OB);
  }
}
