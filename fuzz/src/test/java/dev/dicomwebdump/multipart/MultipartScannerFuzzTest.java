package dev.dicomwebdump.multipart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Any bytes at all, as a body. The first byte of an input is the length of the boundary, modulo 80;
 * 0 means that there is no boundary parameter. The boundary follows, then the body.
 */
class MultipartScannerFuzzTest {

  private static final int LONGEST_BOUNDARY = 80;
  private static final int MOST_PARTS = 100;

  /** What came of one reading. */
  private record Scan(MultipartIndex index, List<String> heard) {}

  @FuzzTest(maxDuration = "2m")
  void thePiecesOfABodyDoNotMatterAndPartsLieInside(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int begin = 1 + Math.min((input[0] & 0xff) % LONGEST_BOUNDARY, input.length - 1);
    String boundary =
        begin == 1 ? null : new String(Arrays.copyOfRange(input, 1, begin), ISO_8859_1);
    byte[] body = Arrays.copyOfRange(input, begin, input.length);
    Random random = new Random(Arrays.hashCode(input));

    Scan whole = scan(boundary, body, () -> body.length);
    assertThat(scan(boundary, body, () -> 1)).isEqualTo(whole);
    assertThat(scan(boundary, body, () -> 1 + random.nextInt(body.length + 1))).isEqualTo(whole);
    assertThat(whole.heard).isEqualTo(payloads(whole, new String(body, ISO_8859_1)));
  }

  private static Scan scan(@Nullable String boundary, byte[] body, IntSupplier pieces) {
    Heard heard = new Heard();
    MultipartScanner scanner = new MultipartScanner(boundary, MOST_PARTS, heard);
    for (int from = 0; from < body.length; ) {
      int length = Math.min(pieces.getAsInt(), body.length - from);
      scanner.accept(body, from, length);
      from += length;
    }
    return new Scan(scanner.finish(), heard.payloads);
  }

  /** Where the index says that the payloads are which were heard; parts follow each other. */
  private static List<String> payloads(Scan scan, String body) {
    List<String> payloads = new ArrayList<>();
    long end = 0;
    for (Part part : scan.index.parts()) {
      assertThat(part.offset()).isGreaterThanOrEqualTo(end);
      end = part.offset() + part.length();
      assertThat(end).isLessThanOrEqualTo(body.length());
      payloads.add(body.substring((int) part.offset(), (int) end));
    }
    return payloads.subList(0, Math.min(payloads.size(), scan.heard.size()));
  }

  /** Keeps the payloads of whole parts. */
  private static final class Heard implements PartListener {
    private final List<String> payloads = new ArrayList<>();
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream();

    @Override
    public void begin(List<PartHeader> headers, long offset) {
      payload.reset();
    }

    @Override
    public void bytes(byte[] buffer, int offset, int length) {
      payload.write(buffer, offset, length);
    }

    @Override
    public void end() {
      payloads.add(payload.toString(ISO_8859_1));
    }
  }
}
