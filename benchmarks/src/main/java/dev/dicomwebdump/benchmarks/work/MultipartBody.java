package dev.dicomwebdump.benchmarks.work;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What is around the one payload of a multipart/related body. */
public final class MultipartBody {

  /** The boundary of every body; the server names it in its Content-Type. */
  public static final String BOUNDARY = "b0undary-of-the-benchmark-6c5f1d3a";

  private MultipartBody() {}

  /**
   * @param length the Content-Length of the part; null leaves it out
   */
  static byte[] begin(String contentType, @Nullable Long length) {
    String lengthLine = length == null ? "" : "Content-Length: " + length + "\r\n";
    return ascii(
        "--" + BOUNDARY + "\r\nContent-Type: " + contentType + "\r\n" + lengthLine + "\r\n");
  }

  static byte[] end() {
    return ascii("\r\n--" + BOUNDARY + "--\r\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
