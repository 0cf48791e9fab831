package dev.dicomwebdump.multipart;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What came of scanning a body.
 *
 * @param index the index
 * @param heard the payloads of the parts that the listener heard to their end
 * @param heardParts those parts
 */
record Scan(MultipartIndex index, List<String> heard, List<Part> heardParts) {

  static final int MOST_PARTS = 1000;

  /** Scans a body, one Latin-1 character a byte, that arrives in pieces ending at some offsets. */
  static Scan inPieces(@Nullable String boundary, String body, int... ends) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    Heard heard = new Heard();
    MultipartScanner scanner = new MultipartScanner(boundary, MOST_PARTS, heard);
    int from = 0;
    for (int end : ends) {
      piece(scanner, bytes, from, end);
      from = end;
    }
    piece(scanner, bytes, from, bytes.length);
    return new Scan(scanner.finish(), heard.payloads(), heard.parts());
  }

  static Scan byteByByte(@Nullable String boundary, String body) {
    int[] ends = new int[body.length()];
    Arrays.setAll(ends, i -> i + 1);
    return inPieces(boundary, body, ends);
  }

  static Scan inRandomPieces(@Nullable String boundary, String body, Random random) {
    int[] ends = random.ints(random.nextInt(12), 0, body.length() + 1).sorted().toArray();
    return inPieces(boundary, body, ends);
  }

  /** The payloads that the index points at. */
  List<String> indexed(String body) {
    return index.parts().stream()
        .map(part -> body.substring((int) part.offset(), (int) (part.offset() + part.length())))
        .toList();
  }

  /** The piece is a copy that is spoilt afterwards: the scanner may not keep the caller's bytes. */
  private static void piece(MultipartScanner scanner, byte[] bytes, int from, int end) {
    byte[] copy = Arrays.copyOfRange(bytes, from, end);
    scanner.accept(copy, 0, copy.length);
    Arrays.fill(copy, (byte) '?');
  }
}
