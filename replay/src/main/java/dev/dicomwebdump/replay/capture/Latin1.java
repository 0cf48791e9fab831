package dev.dicomwebdump.replay.capture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text that was read with one character for each byte, so that positions in it are positions in the
 * bytes, and bytes that are not UTF-8 stay as they are.
 */
final class Latin1 {

  private Latin1() {}

  /** The bytes again; what came from an escape, and fits no byte, in UTF-8. */
  static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    text.codePoints()
        .forEach(
            each -> {
              if (each < 0x100) {
                bytes.write(each);
              } else {
                bytes.writeBytes(Character.toString(each).getBytes(StandardCharsets.UTF_8));
              }
            });
    return bytes.toByteArray();
  }

  /** The text that the bytes are in UTF-8. */
  static String text(String text) {
    return new String(bytes(text), StandardCharsets.UTF_8);
  }
}
