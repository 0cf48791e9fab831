package dev.dicomwebdump.dicomjson;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/** A document of any length that is made while it is read: a begin, repeated pieces, an end. */
public final class GeneratedStream extends InputStream {

  private final LongFunction<byte[]> pieces;
  private final long count;
  private long next;
  private byte[] piece = new byte[0];
  private int at;

  private GeneratedStream(LongFunction<byte[]> pieces, long count) {
    this.pieces = pieces;
    this.count = count;
  }

  /** The same piece over and over: makes no garbage. */
  public static GeneratedStream repeating(String begin, String piece, long times, String end) {
    byte[] repeated = utf8(piece);
    return new GeneratedStream(
        i -> i == 0 ? utf8(begin) : i <= times ? repeated : utf8(end), times + 2);
  }

  /** An array of the elements that the function makes for 0, 1, …. */
  public static GeneratedStream array(long elements, LongFunction<String> element) {
    return new GeneratedStream(
        i -> utf8(i == elements ? "]" : (i == 0 ? "[" : ",") + element.apply(i)), elements + 1);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    while (at == piece.length) {
      if (next == count) {
        return -1;
      }
      piece = pieces.apply(next++);
      at = 0;
    }
    int part = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, target, offset, part);
    at += part;
    return part;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
