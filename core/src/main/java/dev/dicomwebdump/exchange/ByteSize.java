package dev.dicomwebdump.exchange;

/**
 * A number of bytes. Immutable.
 *
 * @param bytes the number; 1 or more
 */
public record ByteSize(long bytes) {

  /** More than anything has: no limit. */
  public static final ByteSize UNLIMITED = new ByteSize(Long.MAX_VALUE);

  /**
   * @throws IllegalArgumentException when it is less than 1
   */
  public ByteSize {
    if (bytes < 1) {
      throw new IllegalArgumentException("a size must be 1 byte or more: " + bytes);
    }
  }

  @Override
  public String toString() {
    return bytes + " bytes";
  }
}
