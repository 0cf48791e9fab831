package dev.dicomwebdump.benchmarks.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A body but for its boundary, which a server may make anew for each answer (RFC 2046 section
 * 5.1.1).
 */
final class BoundlessBody {

  private BoundlessBody() {}

  /** Whether two bodies are the same, byte for byte, but for the boundary. */
  static boolean same(Path one, Path other) throws IOException {
    return read(one).equals(read(other));
  }

  /** One that begins with no delimiter is taken as it is. */
  private static String read(Path file) throws IOException {
    String body = Files.readString(file, StandardCharsets.ISO_8859_1);
    int end = body.indexOf("\r\n");
    boolean hasBoundary = body.startsWith("--") && end > 2;
    return hasBoundary ? body.replace(body.substring(2, end), "") : body;
  }
}
