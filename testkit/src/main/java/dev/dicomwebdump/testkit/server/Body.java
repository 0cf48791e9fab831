package dev.dicomwebdump.testkit.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The content of an answer. It can be written again and again, and is always the same. */
@FunctionalInterface
public interface Body {

  /** Writes all of it; does not close the stream. */
  void writeTo(OutputStream out) throws IOException;

  /** These bytes, not copied. */
  static Body of(byte[] bytes) {
    return out -> out.write(bytes);
  }

  /** This text in UTF-8. */
  static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** All of it in memory. */
  default byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writeInMemory(bytes);
    return bytes.toByteArray();
  }

  /** How many bytes it has, found by making it once. */
  default long length() {
    CountingOutputStream count = new CountingOutputStream();
    writeInMemory(count);
    return count.count();
  }

  private void writeInMemory(OutputStream out) {
    try {
      writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }
}
