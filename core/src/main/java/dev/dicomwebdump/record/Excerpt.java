package dev.dicomwebdump.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The first 4 KB of an error's body, as text. */
final class Excerpt {

  private static final int MOST = 4096;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  void add(byte[] buffer, int offset, int length) {
    bytes.write(buffer, offset, Math.min(length, MOST - bytes.size()));
  }

  String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
