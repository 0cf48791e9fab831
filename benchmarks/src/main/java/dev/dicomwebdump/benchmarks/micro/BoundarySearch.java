package dev.dicomwebdump.benchmarks.micro;

import dev.dicomwebdump.multipart.MultipartIndex;
import dev.dicomwebdump.multipart.MultipartScanner;
import dev.dicomwebdump.multipart.PartHeader;
import dev.dicomwebdump.multipart.PartListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The index of a multipart body of one part of noise, fed in pieces as they come off the wire. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BoundarySearch {

  private static final int PIECE = 64 * 1024;
  private static final String BOUNDARY = "b0undary-of-the-benchmark-6c5f1d3a";

  /** The bytes of the payload. */
  @Param({"32768", "524288", "16777216"})
  public int payload;

  /** Whether the part tells its length. */
  @Param({"true", "false"})
  public boolean told;

  private byte[] body = {};

  /** Makes the body. */
  @Setup
  public void make() {
    byte[] noise = new byte[payload];
    new Random(payload).nextBytes(noise);
    String length = told ? "Content-Length: " + payload + "\r\n" : "";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(ascii("--" + BOUNDARY + "\r\nContent-Type: a/b\r\n" + length + "\r\n"));
    out.writeBytes(noise);
    out.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
    body = out.toByteArray();
  }

  /** Finds the part. */
  @Benchmark
  public MultipartIndex search() {
    MultipartScanner scanner = new MultipartScanner(BOUNDARY, 1, new Deaf());
    for (int from = 0; from < body.length; from += PIECE) {
      scanner.accept(body, from, Math.min(PIECE, body.length - from));
    }
    return scanner.finish();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final class Deaf implements PartListener {

    @Override
    public void begin(List<PartHeader> headers, long offset) {}

    @Override
    public void bytes(byte[] buffer, int offset, int length) {}

    @Override
    public void end() {}
  }
}
