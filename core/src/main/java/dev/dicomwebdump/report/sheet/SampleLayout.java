package dev.dicomwebdump.report.sheet;

/**
 * How one sample lies in the bytes of a frame: PS3.5 section 8.1.1, little endian.
 *
 * @param bytes how many bytes it has; 1 or 2
 * @param bits how many of their bits count, from 1
 * @param shift how many bits lie below them
 * @param signed whether they are in two's complement
 */
record SampleLayout(int bytes, int bits, int shift, boolean signed) {

  /** The sample that begins at an offset. */
  int read(byte[] frame, int offset) {
    int raw = frame[offset] & 0xFF;
    if (bytes == 2) {
      raw |= (frame[offset + 1] & 0xFF) << 8;
    }
    int unused = Integer.SIZE - bits;
    int leftmost = (raw >>> shift) << unused;
    return signed ? leftmost >> unused : leftmost >>> unused;
  }

  /** The greatest value of an unsigned one. */
  int greatest() {
    return (1 << bits) - 1;
  }
}
