package dev.dicomwebdump.resource;

/**
 * How many bytes a native frame has, by its metadata: PS3.3 section C.7.6.3 and PS3.5 section 8.
 * Immutable.
 *
 * @param bits the bits of a frame with all its samples, 1 or more
 * @param subsampled whether the metadata says that two pixels share their colour (4:2:2), which
 *     leaves two thirds
 */
public record FrameSize(long bits, boolean subsampled) {

  /**
   * The size of a frame.
   *
   * @param rows from 1 to 65535, as are the other numbers
   */
  public static FrameSize of(
      long rows, long columns, long samples, long bitsAllocated, boolean subsampled) {
    return new FrameSize(rows * columns * samples * bitsAllocated, subsampled);
  }

  /** The least bytes that a native frame can have. */
  public long leastBytes() {
    return leastBytes(1);
  }

  /** The least bytes of so many native frames behind each other, as in a file. */
  public long leastBytes(long frames) {
    return bytes(saturated(subsampled ? subsampledBits() : bits, frames));
  }

  /** Whether so many bytes are a native frame; one byte may make an odd number even. */
  public boolean fits(long bytes) {
    return isPadded(bytes, leastBytes()) || isInFull(bytes);
  }

  /**
   * Whether so many bytes are a frame that is not subsampled though the metadata says so: a server
   * that has decompressed it leaves all samples, and does not change the metadata.
   */
  public boolean isInFull(long bytes) {
    return subsampled && isPadded(bytes, bytes(bits));
  }

  private long subsampledBits() {
    return (bits * 2 + 2) / 3;
  }

  private static long bytes(long bits) {
    return (bits + 7) / 8;
  }

  private static boolean isPadded(long bytes, long wanted) {
    return bytes == wanted || bytes == wanted + wanted % 2;
  }

  private static long saturated(long each, long times) {
    long high = Math.multiplyHigh(each, times);
    return high == 0 && each * times >= 0 ? each * times : Long.MAX_VALUE - 7;
  }
}
