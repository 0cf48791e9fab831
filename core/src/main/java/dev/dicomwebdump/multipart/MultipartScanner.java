package dev.dicomwebdump.multipart;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a multipart body in one pass, at the speed of a text search and in memory that
 * does not grow with the parts: RFC 2046 section 5.1.1. Not thread-safe.
 *
 * <p>The index holds each part in a few hundred bytes: its place, and those headers that differ
 * from the headers of the part before.
 *
 * <p>A delimiter is a whole line: the boundary after two hyphens, two more at the close, then
 * blanks. A line that only begins so is data. The first delimiter's own line end tells what a line
 * end is in this body: CR LF, or LF.
 *
 * <p>Of a part with a Content-Length, a delimiter at that length is the end, whatever looks like a
 * delimiter before it. The payload is searched all the same: from the first such line on, a second
 * reading goes along that knows delimiters only. When no delimiter turns up at the length, that
 * reading counts, and the fault is {@link Fault#LENGTH_DIFFERS}. A body that ends before a length
 * is reached is cut, even if it holds a closing delimiter.
 */
public final class MultipartScanner {

  /** The most bytes that the headers of one part may have. */
  public static final int MAX_HEADER_BYTES = 1 << 16;

  /** The most bytes that the headers of all parts may have. */
  public static final long MAX_ALL_HEADER_BYTES = 1 << 26;

  /** The most lines that the headers of one part may have. */
  public static final int MAX_HEADER_LINES = 100;

  private final BodyReading reading;

  /**
   * @param boundary the boundary parameter of the Content-Type, unquoted; null or empty when there
   *     is none, and then the body's first line that begins with two hyphens tells it
   * @param mostParts the most parts that are read and remembered; more are a fault
   * @param listener hears the payloads
   */
  public MultipartScanner(@Nullable String boundary, int mostParts, PartListener listener) {
    reading = new BodyReading(listener, mostParts);
    if (boundary != null && !boundary.isEmpty()) {
      reading.delimitedBy(boundary.getBytes(StandardCharsets.ISO_8859_1));
      reading.enter(new Preamble(reading, 0, false));
    }
  }

  /** The next bytes of the body, after content decoding. They are the caller's again afterwards. */
  public void accept(byte[] buffer, int offset, int length) {
    reading.accept(buffer, offset, offset + length);
  }

  /** The body has ended. To be called once, after the last {@link #accept}. */
  public MultipartIndex finish() {
    return reading.end().build();
  }
}
